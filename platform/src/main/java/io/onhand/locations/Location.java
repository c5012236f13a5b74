package io.onhand.locations;

import io.onhand.measure.PlainText;
import io.onhand.tenancy.Region;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place that holds stock.
 *
 * @param id its id; the first byte is its region, which never changes
 * @param code what people and tills call it, unique in its tenant, never changed; 1–64 characters
 * @param name 1–200 characters
 * @param type what kind of place
 * @param timeZone an IANA time zone such as {@code Europe/London}
 * @param address where it is, 1–2,000 characters, if known
 * @param active whether it is in use
 */
public record Location(
        LocationId id,
        String code,
        String name,
        Type type,
        String timeZone,
        @Nullable String address,
        boolean active) {

    private static final Set<String> TIME_ZONES = ZoneId.getAvailableZoneIds();

    /** The kinds of places. */
    public enum Type {
        STORE,
        WAREHOUSE,
        VIRTUAL;

        /** The word in tables and answers. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The type of a word.
         *
         * @throws IllegalArgumentException when there is none
         */
        public static Type ofWord(String word) {
            for (Type type : values()) {
                if (type.word().equals(word)) {
                    return type;
                }
            }
            throw new IllegalArgumentException("must be store, warehouse or virtual");
        }
    }

    public Location {
        PlainText.code(code);
        PlainText.name(name);
        checkTimeZone(timeZone);
        if (address != null) {
            PlainText.check(address, PlainText.NOTE_LENGTH_MAX);
        }
    }

    /**
     * The time zone itself when it is one of IANA's.
     *
     * @throws IllegalArgumentException for anything else, offsets such as {@code +01:00} among it
     */
    public static String checkTimeZone(String timeZone) {
        if (!TIME_ZONES.contains(timeZone)) {
            throw new IllegalArgumentException(
                    "must be an IANA time zone such as Europe/London or UTC");
        }
        return timeZone;
    }

    /** Where its rows live. */
    public Region region() {
        return Region.of(id.value());
    }

    public Location withName(String name) {
        return new Location(id, code, name, type, timeZone, address, active);
    }

    public Location withType(Type type) {
        return new Location(id, code, name, type, timeZone, address, active);
    }

    public Location withTimeZone(String timeZone) {
        return new Location(id, code, name, type, timeZone, address, active);
    }

    public Location withAddress(@Nullable String address) {
        return new Location(id, code, name, type, timeZone, address, active);
    }

    public Location withActive(boolean active) {
        return new Location(id, code, name, type, timeZone, address, active);
    }
}
