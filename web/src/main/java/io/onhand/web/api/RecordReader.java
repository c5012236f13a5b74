package io.onhand.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes records of JSON objects. A component that is not {@code @Nullable} is obligatory; its type
 * and annotations say what its value may be. All faults are noted, and quantities and times in the
 * tree are put into their canonical form.
 */
final class RecordReader {

    private RecordReader() {}

    /**
     * Reads an object.
     *
     * @param faults stands at the object
     * @return null if anything was wrong
     */
    static @Nullable Object read(JsonNode node, Class<?> type, Faults faults) {
        if (!(node instanceof ObjectNode object)) {
            faults.add("wrong-type", "An object is expected.");
            return null;
        }
        RecordShape shape = RecordShape.of(type);
        refuseUnknown(object, shape, faults);
        int before = faults.count();
        var values = new ArrayList<@Nullable Object>();
        boolean complete = true;
        for (var field : shape.fields()) {
            Object value = field(object, field, faults.at(field.name()));
            values.add(value);
            complete &= value != null || field.optional();
        }
        // an optional field that is there and wrong is no field left out
        if (!complete || faults.count() != before) {
            return null;
        }
        Object made = shape.make(values);
        if (made instanceof Checked checked) {
            checked.check(faults);
        }
        return faults.count() == before ? made : null;
    }

    private static void refuseUnknown(ObjectNode object, RecordShape shape, Faults faults) {
        for (String name : object.propertyNames()) {
            if (!shape.knows(name)) {
                faults.at(name).add("unknown-field", "There is no such field here.");
            }
        }
    }

    private static @Nullable Object field(
            ObjectNode object, RecordShape.Field field, Faults faults) {
        JsonNode node = object.get(field.name());
        if (field.inPatch()) {
            return given(object, field, faults, node);
        }
        if (node == null || node.isNull()) {
            if (!field.optional()) {
                faults.add("missing", "This field is obligatory.");
            }
            return null;
        }
        return value(object, node, field, faults);
    }

    private static Given<?> given(
            ObjectNode object, RecordShape.Field field, Faults faults, @Nullable JsonNode node) {
        if (node == null) {
            return new Given<>(false, null);
        }
        if (node.isNull()) {
            if (!field.erasable()) {
                faults.add("missing", "This field cannot be taken away.");
            }
            return new Given<>(true, null);
        }
        return new Given<>(true, value(object, node, field, faults));
    }

    private static @Nullable Object value(
            ObjectNode object, JsonNode node, RecordShape.Field field, Faults faults) {
        if (field.isList()) {
            return list(node, field, faults);
        }
        Object value = single(node, field, faults);
        String canonical = Scalars.canonical(value);
        if (canonical != null) {
            object.put(field.name(), canonical);
        }
        return value;
    }

    private static @Nullable Object single(JsonNode node, RecordShape.Field field, Faults faults) {
        if (field.type() == Map.class) {
            return texts(node, field, faults);
        }
        return field.type().isRecord() && !Scalars.knows(field.type())
                ? read(node, field.type(), faults)
                : Scalars.read(node, field, faults);
    }

    /** Texts by names that the record does not fix. */
    private static @Nullable Map<String, @Nullable String> texts(
            JsonNode node, RecordShape.Field field, Faults faults) {
        if (!node.isObject()) {
            faults.add("wrong-type", "An object is expected.");
            return null;
        }
        Map<String, @Nullable String> texts = new TreeMap<>();
        for (var property : node.properties()) {
            String name = property.getKey();
            JsonNode value = property.getValue();
            if (name.isEmpty() || name.length() > Code.LENGTH_MAX) {
                faults.add("bad-length", "Names of 1 to 64 characters are expected.");
            } else if (value.isNull() && field.erasableTexts()) {
                texts.put(name, null);
            } else if (!value.isString()) {
                faults.at(name).add("wrong-type", "A text is expected.");
            } else if (value.stringValue().length() > RecordShape.TEXT_LENGTH_MAX) {
                faults.at(name).add("bad-length", "The text is too long.");
            } else {
                texts.put(name, value.stringValue());
            }
        }
        return texts;
    }

    private static @Nullable List<Object> list(
            JsonNode node, RecordShape.Field field, Faults faults) {
        if (!node.isArray()) {
            faults.add("wrong-type", "A list is expected.");
            return null;
        }
        if (node.size() < field.sizeMin()) {
            faults.add("too-few-" + field.name(), "At least " + field.sizeMin() + " expected.");
            return null;
        }
        if (node.size() > field.sizeMax()) {
            faults.add("too-many-" + field.name(), "At most " + field.sizeMax() + " allowed.");
            return null;
        }
        var values = new ArrayList<Object>(node.size());
        for (int i = 0; i < node.size(); i++) {
            Object value = single(node.get(i), field, faults.at(i));
            if (value != null) {
                values.add(value);
            }
        }
        return values.size() == node.size() ? values : null;
    }
}
