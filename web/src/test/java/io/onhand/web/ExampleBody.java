package io.onhand.web;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** A small body that a schema allows: what is required, and a name where it may be changed. */
final class ExampleBody {

    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Given wherever they are allowed, so that something changes. */
    private static final Set<String> GIVEN = Set.of("name", "note", "lines", "locations");

    private final Operation operation;
    private final Map<String, String> names;

    ExampleBody(Operation operation, Map<String, String> names) {
        this.operation = operation;
        this.names = names;
    }

    String text() {
        return JSON.writeValueAsString(value("", operation.body()));
    }

    private JsonNode value(String field, JsonNode described) {
        JsonNode schema = operation.resolved(described);
        if (schema.has("properties")) {
            return object(schema);
        }
        if (schema.has("items")) {
            return NODES.arrayNode().add(value(field, schema.path("items")));
        }
        if (schema.has("enum")) {
            return schema.path("enum").get(0);
        }
        return switch (type(schema)) {
            case "boolean" -> NODES.booleanNode(true);
            case "integer" -> NODES.numberNode(0);
            case "string" -> NODES.stringNode(string(field, schema));
            case String other ->
                    throw new IllegalStateException(
                            "No body can be made for %s: the schema of '%s' says nothing"
                                    .formatted(operation.name(), field));
        };
    }

    /** A type alone, or the first of several. */
    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.get(0).asString() : type.asString("");
    }

    private JsonNode object(JsonNode schema) {
        var object = NODES.objectNode();
        Set<String> required =
                Set.copyOf(schema.path("required").valueStream().map(JsonNode::asString).toList());
        for (var property : schema.path("properties").properties()) {
            if (required.contains(property.getKey()) || GIVEN.contains(property.getKey())) {
                object.set(property.getKey(), value(property.getKey(), property.getValue()));
            }
        }
        return object;
    }

    private String string(String field, JsonNode schema) {
        if (schema.path("format").asString("").equals("date-time")) {
            return Example.known(operation, "tomorrow", names);
        }
        if (schema.path("pattern").asString("").contains("[0-9]")) {
            return "1";
        }
        return Example.known(operation, field, names);
    }
}
