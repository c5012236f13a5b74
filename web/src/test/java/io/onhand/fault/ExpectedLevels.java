package io.onhand.fault;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What on hand must be, by the plainest definition there is: of each document the highest revision
 * stands; in the order of happening counts set, changes add.
 */
final class ExpectedLevels {

    private ExpectedLevels() {}

    private record Step(Document document, Document.Item item, int line) {}

    private static final Comparator<Step> ORDER =
            Comparator.comparing((Step step) -> step.document.occurredAt())
                    .thenComparing(step -> step.document.isCount())
                    .thenComparing(
                            step -> step.document.externalId().getBytes(StandardCharsets.UTF_8),
                            Arrays::compareUnsigned)
                    .thenComparing(step -> step.document.revision())
                    .thenComparing(Step::line);

    /** On hand by {@code location sku}, for every pair that holds something or owes it. */
    static Map<String, BigDecimal> notZero(Collection<Document> events) {
        var standing = new HashMap<String, Document>();
        for (Document event : events) {
            standing.merge(
                    event.externalId(),
                    event,
                    (one, other) -> one.revision() > other.revision() ? one : other);
        }
        var steps = new TreeMap<String, List<Step>>();
        for (Document document : standing.values()) {
            for (int line = 0; line < document.lines().size(); line++) {
                var item = document.lines().get(line);
                steps.computeIfAbsent(key(document, item), key -> new ArrayList<>())
                        .add(new Step(document, item, line));
            }
        }
        var levels = new TreeMap<String, BigDecimal>();
        steps.forEach((key, ofLevel) -> levels.put(key, fold(ofLevel)));
        levels.values().removeIf(onHand -> onHand.signum() == 0);
        return levels;
    }

    private static String key(Document document, Document.Item item) {
        return document.location() + " " + item.sku();
    }

    private static BigDecimal fold(List<Step> steps) {
        BigDecimal onHand = BigDecimal.ZERO;
        for (Step step : steps.stream().sorted(ORDER).toList()) {
            onHand =
                    step.document.isCount()
                            ? step.item.quantity()
                            : onHand.add(step.document.change(step.item));
        }
        return onHand.stripTrailingZeros();
    }
}
