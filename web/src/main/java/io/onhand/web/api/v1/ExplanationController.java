package io.onhand.web.api.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.onhand.catalog.VariantId;
import io.onhand.identity.Caller;
import io.onhand.identity.Permission;
import io.onhand.locations.LocationId;
import io.onhand.measure.Quantity;
import io.onhand.stock.Account;
import io.onhand.stock.Explanation;
import io.onhand.stock.ExplanationQueries;
import io.onhand.stock.Level;
import io.onhand.stock.Movement;
import io.onhand.tenancy.BusinessClock;
import io.onhand.web.api.Page;
import io.onhand.web.api.Paging;
import io.onhand.web.api.Refusal;
import io.onhand.web.security.Needs;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Why a number is what it is. */
@RestController
class ExplanationController {

    private final ExplanationQueries explanations;
    private final QueriedNames names;
    private final Sources sources;
    private final BusinessClock clock;

    ExplanationController(
            ExplanationQueries explanations,
            QueriedNames names,
            Sources sources,
            BusinessClock clock) {
        this.explanations = explanations;
        this.names = names;
        this.sources = sources;
        this.clock = clock;
    }

    /**
     * An explanation as callers see it.
     *
     * @param recomputed the sum of all on-hand movements
     * @param equal whether every number of the level is the sum of its movements
     * @param movements of all accounts, newest first
     */
    record ExplanationAnswer(
            LevelAnswer level,
            Quantity recomputed,
            boolean equal,
            List<MovementAnswer> movements,
            List<RepeatAnswer> repeats,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor) {}

    /** Opens a number into its movements. */
    @GetMapping("/api/v1/stock-levels/explanation")
    @Needs(value = Permission.READ_STOCK, location = Needs.LocationIn.QUERY)
    ExplanationAnswer explain(
            Caller caller, @RequestParam String sku, @RequestParam String location, Paging paging) {
        LocationId place =
                names.location(caller, location)
                        .orElseThrow(() -> Refusal.notFound("There is no location of this code."));
        VariantId variant =
                names.variant(sku)
                        .orElseThrow(() -> Refusal.notFound("There is no variant of this SKU."))
                        .id();
        Explanation explanation =
                explanations
                        .explanation(place, variant, before(paging.after(), 0), paging.rows())
                        .orElseGet(() -> neverMoved(place, variant, sku, location));
        return answer(explanation, paging);
    }

    private Explanation neverMoved(
            LocationId place, VariantId variant, String sku, String location) {
        Level zero = Level.zero(place, variant, sku, location, clock.now());
        return new Explanation(zero, Map.of(), 0, true, List.of(), List.of());
    }

    private ExplanationAnswer answer(Explanation explanation, Paging paging) {
        Page<Movement> page =
                paging.page(
                        explanation.movements(),
                        movement -> movement,
                        movement -> position(movement.position()));
        return new ExplanationAnswer(
                LevelAnswer.of(explanation.level()),
                explanation.recomputed(Account.ON_HAND),
                explanation.equal(),
                sources.movements(page.items()),
                explanation.repeats().stream().map(RepeatAnswer::of).toList(),
                page.nextCursor());
    }

    static List<String> position(Movement.Position position) {
        return List.of(position.recordedAt().toString(), String.valueOf(position.levelSeq()));
    }

    /** The position that a cursor holds from this part of it on. */
    static Movement.Position before(List<String> cursor, int from) {
        return cursor.isEmpty()
                ? Movement.Position.END
                : new Movement.Position(
                        Instant.parse(cursor.get(from)), Long.parseLong(cursor.get(from + 1)));
    }
}
