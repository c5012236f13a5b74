package io.onhand.web.api.v1;

import io.onhand.catalog.VariantId;
import io.onhand.identity.Caller;
import io.onhand.identity.Permission;
import io.onhand.locations.LocationId;
import io.onhand.stock.Account;
import io.onhand.stock.Movement;
import io.onhand.stock.MovementFilter;
import io.onhand.stock.MovementQueries;
import io.onhand.stock.MovementType;
import io.onhand.stock.PostingId;
import io.onhand.stock.PostingQueries;
import io.onhand.web.api.Page;
import io.onhand.web.api.Paging;
import io.onhand.web.api.QueryValues;
import io.onhand.web.security.Needs;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What moved. */
@RestController
class MovementController {

    private final MovementQueries movements;
    private final PostingQueries postings;
    private final QueriedNames names;
    private final Sources sources;

    MovementController(
            MovementQueries movements,
            PostingQueries postings,
            QueriedNames names,
            Sources sources) {
        this.movements = movements;
        this.postings = postings;
        this.names = names;
        this.sources = sources;
    }

    /**
     * Movements: of one level, newest first; of one posting, by location, SKU and number; else
     * level by level, newest first in each.
     */
    @GetMapping("/api/v1/movements")
    @Needs(value = Permission.READ_STOCK, location = Needs.LocationIn.QUERY)
    Page<MovementAnswer> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String sku,
            @RequestParam(required = false) @Nullable String location,
            @RequestParam(required = false) @Nullable String posting,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(defaultValue = "on-hand") String account,
            @RequestParam(defaultValue = "recorded") String clock,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            Paging paging) {
        Optional<LocationId> place =
                Optional.ofNullable(location).flatMap(code -> names.location(caller, code));
        Optional<VariantId> variant =
                Optional.ofNullable(sku).flatMap(names::variant).map(found -> found.id());
        var filter =
                new MovementFilter(
                        variant.orElse(null),
                        place.orElse(null),
                        QueriedNames.only(caller),
                        QueryValues.word("account", account, Account.values(), Account::word),
                        type == null ? null : type(type),
                        clock(clock),
                        QueryValues.time("from", from, MovementFilter.BEGINNING),
                        QueryValues.time("to", to, MovementFilter.END));
        boolean unknown =
                place.isPresent() != (location != null) || variant.isPresent() != (sku != null);
        if (unknown) {
            return new Page<>(List.of(), null);
        }
        if (posting != null) {
            return ofPosting(posting, filter, paging);
        }
        return place.isPresent() && variant.isPresent()
                ? ofLevel(filter, paging)
                : levelByLevel(filter, paging);
    }

    private Page<MovementAnswer> ofLevel(MovementFilter filter, Paging paging) {
        var before = ExplanationController.before(paging.after(), 0);
        return page(
                paging,
                movements.ofLevel(filter, before, paging.rows()),
                movement -> ExplanationController.position(movement.position()));
    }

    private Page<MovementAnswer> levelByLevel(MovementFilter filter, Paging paging) {
        return page(
                paging,
                movements.levelByLevel(filter, place(paging.after()), paging.rows()),
                movement ->
                        List.of(
                                movement.id().location().toString(),
                                movement.id().variant().toString(),
                                movement.recordedAt().toString(),
                                String.valueOf(movement.id().levelSeq())));
    }

    private static MovementQueries.@Nullable Place place(List<String> cursor) {
        return cursor.isEmpty()
                ? null
                : new MovementQueries.Place(
                        new LocationId(UUID.fromString(cursor.get(0))),
                        new VariantId(UUID.fromString(cursor.get(1))),
                        ExplanationController.before(cursor, 2));
    }

    private Page<MovementAnswer> ofPosting(String posting, MovementFilter filter, Paging paging) {
        Optional<PostingId> id = PostingController.id(posting);
        if (id.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        List<String> cursor = paging.after();
        var after =
                cursor.isEmpty()
                        ? PostingQueries.Place.START
                        : new PostingQueries.Place(
                                cursor.get(0), cursor.get(1), Long.parseLong(cursor.get(2)));
        return page(
                paging,
                postings.movements(id.get(), filter, after, paging.rows()),
                movement ->
                        List.of(
                                movement.location(),
                                movement.sku(),
                                String.valueOf(movement.id().levelSeq())));
    }

    private Page<MovementAnswer> page(
            Paging paging, List<Movement> rows, Function<Movement, List<String>> position) {
        Page<Movement> page = paging.page(rows, movement -> movement, position);
        return new Page<>(sources.movements(page.items()), page.nextCursor());
    }

    private static MovementType type(String word) {
        return QueryValues.word("type", word, MovementType.values(), MovementType::word);
    }

    private static MovementFilter.Clock clock(String word) {
        return QueryValues.word(
                "clock",
                word,
                MovementFilter.Clock.values(),
                clock -> clock.name().toLowerCase(Locale.ROOT));
    }
}
