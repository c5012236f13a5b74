package io.onhand.web.api;

import io.onhand.measure.Quantity;
import io.swagger.v3.oas.models.media.Schema;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Describes records as JSON schemas, from the same facts by which bodies are read: so the document
 * cannot say something else than the program does.
 */
public final class JsonSchemas {

    private static final String REFERENCE = "#/components/schemas/";
    private static final String DECIMAL = "[0-9]+(\\.[0-9]{1,6}0*)?$";

    /** The records described so far, by their simple names. */
    private final Map<String, Class<?>> types = new TreeMap<>();

    /** A reference to the schema of a record. */
    public Schema<?> reference(Class<?> type) {
        Class<?> other = types.put(type.getSimpleName(), type);
        if (other != null && other != type) {
            throw new IllegalStateException(type + " and " + other + " have one name");
        }
        if (other == null) {
            RecordShape.of(type).fields().stream()
                    .map(RecordShape.Field::type)
                    .filter(JsonSchemas::isObject)
                    .forEach(this::reference);
        }
        return new Schema<>().$ref(REFERENCE + type.getSimpleName());
    }

    /** A page of a list of these. */
    public Schema<?> page(Class<?> item) {
        return object().addProperty("items", of("array").items(reference(item)))
                .addProperty("nextCursor", of("string", "null"))
                .addRequiredItem("items")
                .addRequiredItem("nextCursor");
    }

    /** The schemas of all records that were referred to, by name. */
    public Map<String, Schema<?>> all() {
        var all = new TreeMap<String, Schema<?>>();
        types.forEach((name, type) -> all.put(name, describe(type)));
        return all;
    }

    private Schema<?> describe(Class<?> type) {
        Schema<?> schema = object().additionalProperties(false);
        for (RecordShape.Field field : RecordShape.of(type).fields()) {
            schema.addProperty(field.name(), describe(field));
            if (!field.optional() && !field.inPatch()) {
                schema.addRequiredItem(field.name());
            }
        }
        return schema;
    }

    private Schema<?> describe(RecordShape.Field field) {
        Schema<?> schema = single(field);
        if (field.isList()) {
            Schema<?> list = of("array").items(schema).minItems(field.sizeMin());
            return field.sizeSet() ? list.maxItems(field.sizeMax()) : list;
        }
        if (field.inPatch() && field.erasable()) {
            schema.addType("null");
        }
        return schema;
    }

    private Schema<?> single(RecordShape.Field field) {
        Class<?> type = field.type();
        if (isObject(type)) {
            return reference(type);
        }
        if (type == String.class) {
            return text(field);
        }
        if (type == Quantity.class) {
            return of("string").pattern((field.sign() < 0 ? "^-?" : "^") + DECIMAL);
        }
        if (type == Instant.class) {
            return of("string").format("date-time");
        }
        if (type == UUID.class) {
            return of("string").format("uuid");
        }
        if (type.isEnum()) {
            return words(type);
        }
        if (type == Boolean.class || type == boolean.class) {
            return of("boolean");
        }
        if (type == Long.class || type == long.class) {
            return of("integer").format("int64");
        }
        if (type == Integer.class || type == int.class) {
            return of("integer").format("int32");
        }
        if (type == Map.class) {
            return object().additionalProperties(
                            field.erasableTexts() ? of("string", "null") : of("string"));
        }
        return new Schema<>();
    }

    private static Schema<?> text(RecordShape.Field field) {
        Schema<?> text = of("string");
        return field.sizeSet() && !field.isList()
                ? text.minLength(field.sizeMin()).maxLength(field.sizeMax())
                : text;
    }

    private static Schema<?> words(Class<?> type) {
        var schema = new Schema<String>();
        schema.addType("string");
        schema.setEnum(Arrays.stream(type.getEnumConstants()).map(Scalars::word).toList());
        return schema;
    }

    private static boolean isObject(Class<?> type) {
        return type.isRecord() && !Scalars.knows(type);
    }

    private static Schema<?> object() {
        return of("object");
    }

    /** A schema of one of these JSON types. */
    public static Schema<?> of(String... types) {
        var schema = new Schema<Object>();
        for (String type : types) {
            schema.addType(type);
        }
        return schema;
    }
}
