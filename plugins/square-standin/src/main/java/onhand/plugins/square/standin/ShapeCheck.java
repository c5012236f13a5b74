package onhand.plugins.square.standin;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Walks one body along its shape and notes what does not fit. */
final class ShapeCheck {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private final Map<String, Map<String, Form.Field>> types;
    private final List<Misfit> found = new ArrayList<>();

    ShapeCheck(Map<String, Map<String, Form.Field>> types) {
        this.types = types;
    }

    List<Misfit> found() {
        return List.copyOf(found);
    }

    void structure(String at, String type, JsonNode node) {
        if (!node.isObject()) {
            note(at, "EXPECTED_OBJECT", "Expected an object value.");
            return;
        }
        Map<String, Form.Field> fields = Objects.requireNonNull(types.get(type), type);
        for (String name : node.propertyNames()) {
            if (!fields.containsKey(name)) {
                note(below(at, name), "BAD_REQUEST", "There is no field of this name.");
            }
        }
        fields.forEach((name, field) -> member(below(at, name), field, node.path(name)));
    }

    private void member(String at, Form.Field field, JsonNode node) {
        if (!node.isMissingNode() && !node.isNull()) {
            value(at, field.form(), node);
        } else if (field.required()) {
            note(at, "MISSING_REQUIRED_PARAMETER", "Field must be set.");
        }
    }

    private void value(String at, Form form, JsonNode node) {
        switch (form) {
            case Form.Text text -> text(at, text, node);
            case Form.Decimal decimal -> decimal(at, decimal, node);
            case Form.Time() -> time(at, node);
            case Form.Whole whole -> whole(at, whole, node);
            case Form.Flag() -> {
                if (!node.isBoolean()) {
                    note(at, "EXPECTED_BOOLEAN", "Expected a boolean value.");
                }
            }
            case Form.OneOf(var names) -> {
                if (isText(at, node) && !names.contains(node.stringValue())) {
                    note(at, "INVALID_ENUM_VALUE", "Not one of " + names + ".");
                }
            }
            case Form.Structure(var type) -> structure(at, type, node);
            case Form.Listing list -> list(at, list, node);
        }
    }

    private void text(String at, Form.Text text, JsonNode node) {
        if (!isText(at, node)) {
            return;
        }
        int length = node.stringValue().length();
        if (length < text.min()) {
            note(at, length == 0 ? "VALUE_EMPTY" : "VALUE_TOO_SHORT", "Too short.");
        } else if (length > text.max()) {
            note(at, "VALUE_TOO_LONG", "Must not be longer than " + text.max() + ".");
        }
    }

    private void decimal(String at, Form.Decimal decimal, JsonNode node) {
        if (!isText(at, node)) {
            return;
        }
        String digits = node.stringValue();
        if (digits.length() > decimal.characters()) {
            note(at, "VALUE_TOO_LONG", "Must not be longer than " + decimal.characters() + ".");
        } else if (!NUMBER.matcher(digits).matches()) {
            note(at, "INVALID_VALUE", "Not a decimal number.");
        } else if (new BigDecimal(digits).scale() > decimal.decimals()) {
            note(at, "INVALID_VALUE", "At most " + decimal.decimals() + " decimal places.");
        } else if (!decimal.signed() && digits.startsWith("-")) {
            note(at, "VALUE_TOO_LOW", "Must not be negative.");
        }
    }

    private void time(String at, JsonNode node) {
        if (!isText(at, node)) {
            return;
        }
        try {
            Instant.parse(node.stringValue());
        } catch (DateTimeException e) {
            note(at, "INVALID_TIME", "Not an RFC 3339 time.");
        }
    }

    private void whole(String at, Form.Whole whole, JsonNode node) {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            note(at, "EXPECTED_INTEGER", "Expected an integer value.");
        } else if (node.longValue() < whole.min()) {
            note(at, "VALUE_TOO_LOW", "Must not be below " + whole.min() + ".");
        } else if (node.longValue() > whole.max()) {
            note(at, "VALUE_TOO_HIGH", "Must not be above " + whole.max() + ".");
        }
    }

    private void list(String at, Form.Listing list, JsonNode node) {
        if (!node.isArray()) {
            note(at, "EXPECTED_ARRAY", "Expected an array value.");
            return;
        }
        if (node.size() < list.min()) {
            note(at, "ARRAY_EMPTY", "Must hold something.");
        } else if (node.size() > list.max()) {
            note(at, "ARRAY_LENGTH_TOO_LONG", "Must not hold more than " + list.max() + ".");
        }
        for (int i = 0; i < node.size(); i++) {
            value(at + "[" + i + "]", list.part(), node.path(i));
        }
    }

    private boolean isText(String at, JsonNode node) {
        if (!node.isString()) {
            note(at, "EXPECTED_STRING", "Expected a string value.");
        }
        return node.isString();
    }

    private void note(String at, String code, String detail) {
        found.add(new Misfit(at, code, detail));
    }

    private static String below(String at, String name) {
        return at.isEmpty() ? name : at + "." + name;
    }
}
