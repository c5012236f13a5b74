package io.onhand.admin.stock;

import io.onhand.admin.ui.Figure;
import io.onhand.admin.ui.StoreTime;
import io.onhand.stock.Account;
import io.onhand.stock.Explanation;
import io.onhand.stock.ExplanationQueries;
import io.onhand.stock.Level;
import io.onhand.stock.Movement;
import io.onhand.stock.Posted;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Explains levels of the current tenant in words. */
@Component
public class LevelExplanations {

    /** Movements on a page. */
    public static final int MOVEMENTS_MAX = 50;

    private final NamesOfLevel names;
    private final ExplanationQueries explanations;
    private final LevelSum sums;
    private final Tapes tapes;
    private final Words words;

    LevelExplanations(
            NamesOfLevel names,
            ExplanationQueries explanations,
            LevelSum sums,
            Tapes tapes,
            Words words) {
        this.names = names;
        this.explanations = explanations;
        this.sums = sums;
        this.tapes = tapes;
        this.words = words;
    }

    /**
     * Explains a level; empty when there is no such SKU or location. A pair that never moved has an
     * explanation, too: nothing.
     *
     * @param sku the variant's SKU
     * @param location the location's code
     * @param before the place before which the movements begin, as an earlier page gave it, or null
     *     for the newest
     * @throws IllegalArgumentException when {@code before} is no such place
     */
    public Optional<LevelExplanation> explain(
            String sku, String location, @Nullable String before) {
        var position = before == null ? Movement.Position.END : PagePosition.parse(before);
        return names.find(sku, location).map(level -> explain(level, position));
    }

    private LevelExplanation explain(NamesOfLevel.Named named, Movement.Position position) {
        var found =
                explanations
                        .explanation(
                                named.place().id(),
                                named.variant().variant().id(),
                                position,
                                MOVEMENTS_MAX + 1)
                        .orElseGet(named::nothing);
        var level = found.level();
        var shown = found.movements().stream().limit(MOVEMENTS_MAX).toList();
        var parts = sums.parts(level.locationId(), level.variantId());
        return new LevelExplanation(
                level.sku(),
                named.variant().fullName(),
                named.picture(),
                level.location(),
                named.place().name(),
                new Figure(level.onHand()),
                level.version(),
                since(parts, named.time()),
                parts.terms(),
                balance(level),
                tapes.tape(named, shown, found.repeats()),
                proof(found),
                found.equal(),
                ignored(found.repeats()),
                shown(position, shown.size(), found.counted()),
                found.movements().size() > MOVEMENTS_MAX ? PagePosition.of(shown.getLast()) : null);
    }

    private String since(LevelSum.Parts parts, StoreTime time) {
        if (parts.terms().isEmpty()) {
            return words.say("since.many", LevelSum.MOVEMENTS_MAX);
        }
        return parts.count() == null
                ? words.say("since.beginning")
                : words.say("since.count", time.dayAndMinutes(parts.count().occurredAt()));
    }

    private static LevelExplanation.Balance balance(Level level) {
        return new LevelExplanation.Balance(
                new Figure(level.available()),
                new Figure(level.committed()),
                new Figure(level.unavailable()),
                new Figure(level.onHand()),
                new Figure(level.incoming()),
                new Figure(level.inTransit()));
    }

    private String proof(Explanation found) {
        return found.equal()
                ? words.say("proof.equal", found.counted())
                : words.say(
                        "proof.different",
                        found.counted(),
                        new Figure(found.recomputed(Account.ON_HAND)));
    }

    private List<String> ignored(List<Posted.Repeat> repeats) {
        Map<String, Long> counts =
                repeats.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Posted.Repeat::kind, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(kind -> words.say("ignored.count." + kind.getKey(), kind.getValue()))
                .toList();
    }

    private String shown(Movement.Position position, int shown, long all) {
        return position.equals(Movement.Position.END)
                ? words.say("shown.newest", shown, all)
                : words.say("shown.earlier", shown, all);
    }
}
