package io.onhand.web.api;

import io.onhand.measure.Quantity;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The values that a field may hold: texts, quantities, times, words, whole numbers, yes or no. */
final class Scalars {

    private static final Pattern TIME =
            Pattern.compile(
                    "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z");
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private Scalars() {}

    static boolean knows(Class<?> type) {
        return type == Quantity.class;
    }

    /** The normal form of a value that can be written in several ways; null for others. */
    static @Nullable String canonical(@Nullable Object value) {
        return value instanceof Quantity || value instanceof Instant ? value.toString() : null;
    }

    static @Nullable Object read(JsonNode node, RecordShape.Field field, Faults faults) {
        Class<?> type = field.type();
        if (type == Quantity.class) {
            return quantity(node, field, faults);
        }
        if (type == Instant.class) {
            return time(node, faults);
        }
        if (type == String.class) {
            return text(node, field, faults);
        }
        if (type.isEnum()) {
            return word(node, field, faults);
        }
        if (type == Boolean.class || type == boolean.class) {
            return truth(node, faults);
        }
        if (type == Long.class || type == long.class) {
            return whole(node, field, faults, Long.MAX_VALUE);
        }
        if (type == Integer.class || type == int.class) {
            Long whole = whole(node, field, faults, Integer.MAX_VALUE);
            return whole == null ? null : Math.toIntExact(whole);
        }
        throw new IllegalStateException("no field can be a " + type);
    }

    private static @Nullable Quantity quantity(
            JsonNode node, RecordShape.Field field, Faults faults) {
        if (!node.isString()) {
            faults.add("bad-quantity", "A quantity is a string of digits, such as \"0.25\".");
            return null;
        }
        try {
            Quantity quantity = Quantity.parse(node.stringValue());
            if (quantity.signum() < field.sign()) {
                faults.add(
                        "bad-quantity",
                        field.sign() > 0
                                ? "More than zero is expected."
                                : "Zero or more is expected.");
                return null;
            }
            return quantity;
        } catch (IllegalArgumentException e) {
            faults.add("bad-quantity", "Not a quantity: " + e.getMessage() + ".");
            return null;
        }
    }

    private static @Nullable Instant time(JsonNode node, Faults faults) {
        Instant time = node.isString() ? parseTime(node.stringValue()) : null;
        if (time == null) {
            faults.add("bad-time", "A time is RFC 3339 in UTC, such as 2026-11-25T09:30:00Z.");
        }
        return time;
    }

    /** A time as the API writes it, cut to microseconds; null for anything else. */
    static @Nullable Instant parseTime(String text) {
        if (!TIME.matcher(text).matches()) {
            return null;
        }
        try {
            Instant time = Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
            return time.isBefore(FIRST) ? null : time;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable String text(JsonNode node, RecordShape.Field field, Faults faults) {
        if (!node.isString()) {
            faults.add("wrong-type", "A text is expected.");
            return null;
        }
        String text = node.stringValue();
        int length = text.codePointCount(0, text.length());
        if (length < field.sizeMin() || length > field.sizeMax()) {
            faults.add(
                    field.isCode() ? "bad-code" : "bad-length",
                    "%d to %d characters are expected."
                            .formatted(field.sizeMin(), field.sizeMax()));
            return null;
        }
        return text;
    }

    private static @Nullable Object word(JsonNode node, RecordShape.Field field, Faults faults) {
        for (Object constant : field.type().getEnumConstants()) {
            if (node.isString() && node.stringValue().equals(word(constant))) {
                return constant;
            }
        }
        faults.add("unknown-" + field.name(), "One of the documented words is expected.");
        return null;
    }

    /** The word of an enum's constant in JSON: {@code count-correction}. */
    static String word(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static @Nullable Boolean truth(JsonNode node, Faults faults) {
        if (!node.isBoolean()) {
            faults.add("wrong-type", "true or false is expected.");
            return null;
        }
        return node.booleanValue();
    }

    private static @Nullable Long whole(
            JsonNode node, RecordShape.Field field, Faults faults, long most) {
        if (!node.isIntegralNumber()) {
            faults.add("wrong-type", "A whole number is expected.");
            return null;
        }
        if (!node.canConvertToLong()
                || node.longValue() > most
                || node.longValue() < -most
                || Long.signum(node.longValue()) < field.sign()) {
            faults.add("out-of-range", "The number is too large or too small.");
            return null;
        }
        return node.longValue();
    }
}
