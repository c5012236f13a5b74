package io.onhand.stock;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.UUID;

/**
 * A place in the order of a level (law L7): by effective time; at one time changes before counts;
 * counts by source, external id (bytes of UTF-8), revision and line. It does not depend on arrival.
 *
 * <p>Changes of one time share one place, because only a count asks what comes before it.
 *
 * @param at effective time
 * @param identity whose count it is; of a change {@link #CHANGE}
 * @param line the count's line in its posting; of a change 0
 */
record Position(Instant at, Identity identity, int line) implements Comparable<Position> {

    private static final Identity CHANGE = Identity.ofOnhand("change");
    private static final Comparator<UUID> UNSIGNED =
            Comparator.comparing(UUID::getMostSignificantBits, (a, b) -> Long.compareUnsigned(a, b))
                    .thenComparing(
                            UUID::getLeastSignificantBits, (a, b) -> Long.compareUnsigned(a, b));
    private static final Comparator<Position> COUNTS =
            Comparator.comparing((Position p) -> p.identity.source().value(), UNSIGNED)
                    .thenComparing(p -> utf8(p.identity.externalId()), Arrays::compareUnsigned)
                    .thenComparing(p -> p.identity.revision())
                    .thenComparing(p -> p.line);

    static Position ofChange(Instant at) {
        return new Position(at, CHANGE, 0);
    }

    static Position ofCount(Instant at, Identity identity, int line) {
        return new Position(at, identity, line);
    }

    private boolean isChange() {
        return line == 0;
    }

    @Override
    public int compareTo(Position that) {
        int byTime = at.compareTo(that.at);
        if (byTime != 0) {
            return byTime;
        }
        if (isChange() || that.isChange()) {
            return Boolean.compare(that.isChange(), isChange());
        }
        return COUNTS.compare(this, that);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
