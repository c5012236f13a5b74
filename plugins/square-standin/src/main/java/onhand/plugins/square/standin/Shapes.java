package onhand.plugins.square.standin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** Square's paths, fields, types and limits, from {@code square-shapes.json}; immutable. */
public final class Shapes {

    private final Map<String, Map<String, Form.Field>> types = new HashMap<>();
    private final JsonNode root;

    private Shapes(JsonNode root) {
        this.root = root;
        root.path("types")
                .properties()
                .forEach(
                        type -> {
                            Map<String, Form.Field> fields = new LinkedHashMap<>();
                            type.getValue()
                                    .properties()
                                    .forEach(
                                            field ->
                                                    fields.put(
                                                            field.getKey(),
                                                            read(field.getValue())));
                            types.put(type.getKey(), fields);
                        });
    }

    private Form.Field read(JsonNode line) {
        return Form.field(line.stringValue(), root.path("enums"));
    }

    /** The shapes of the calls and webhooks that Onhand uses. */
    public static Shapes load() {
        try (InputStream file = Shapes.class.getResourceAsStream("square-shapes.json")) {
            return new Shapes(Json.MAPPER.readTree(Objects.requireNonNull(file, "shapes")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there is such a call, {@code "POST /v2/orders/search"}. */
    public boolean knows(String call) {
        return root.path("calls").has(call);
    }

    /** What is wrong with the body (or, of a GET, the query) of a call. */
    public List<Misfit> ofRequest(String call, JsonNode body) {
        return misfits(Json.text(root.path("calls").path(call), "request"), body);
    }

    /** What is wrong with an answer to a call. */
    public List<Misfit> ofAnswer(String call, int status, JsonNode body) {
        String type =
                status == 200
                        ? Json.text(root.path("calls").path(call), "answer")
                        : Json.text(root, "failure");
        return misfits(type, body);
    }

    /** What is wrong with the body of a webhook. */
    public List<Misfit> ofWebhook(JsonNode body) {
        var found = new ArrayList<>(misfits(Json.text(root, "webhook"), body));
        JsonNode type = root.path("webhook_data_types").path(body.path("type").asString(""));
        if (!type.equals(body.path("data").path("type"))) {
            found.add(new Misfit("data.type", "INVALID_VALUE", "Expected " + type + "."));
        }
        return found;
    }

    private List<Misfit> misfits(String type, JsonNode body) {
        var check = new ShapeCheck(types);
        check.structure("", type, body);
        return check.found();
    }
}
