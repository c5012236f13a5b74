package io.onhand.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import onhand.testing.web.Api;
import tools.jackson.databind.JsonNode;

/**
 * An operation as the OpenAPI document describes it.
 *
 * @param location where it names locations
 * @param body the schema of its body, missing if it takes none
 * @param statuses that it may be answered with
 * @param document in which references are looked up
 */
record Operation(
        String method,
        String path,
        String location,
        List<Query> queries,
        JsonNode body,
        Set<Integer> statuses,
        JsonNode document) {

    /** A parameter of the query. */
    record Query(String name, boolean required) {}

    /** All of them, as the program describes itself. */
    static List<Operation> all(int port) {
        JsonNode document = new Api(port, null).get("/v3/api-docs").json();
        List<Operation> all = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(
                        path ->
                                path.getValue()
                                        .properties()
                                        .forEach(
                                                method ->
                                                        all.add(
                                                                of(
                                                                        method.getKey(),
                                                                        path.getKey(),
                                                                        method.getValue(),
                                                                        document))));
        return all;
    }

    private static Operation of(String method, String path, JsonNode said, JsonNode document) {
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                said.path("x-onhand-location").asString(),
                said.path("parameters")
                        .valueStream()
                        .filter(parameter -> parameter.path("in").asString().equals("query"))
                        .map(
                                query ->
                                        new Query(
                                                query.path("name").asString(),
                                                query.path("required").asBoolean(false)))
                        .toList(),
                said.at("/requestBody/content/application~1json/schema"),
                said.path("responses").propertyNames().stream()
                        .map(Integer::valueOf)
                        .collect(Collectors.toSet()),
                document);
    }

    /** Method and path, such as {@code GET /api/v1/postings/{id}}. */
    String name() {
        return method + " " + path;
    }

    /** What it is about: the first word of its path that tells. */
    String subject() {
        return path.replaceFirst("^/(api/v1|demo)/", "").replaceFirst("/.*", "");
    }

    boolean reads() {
        return method.equals("GET");
    }

    boolean hasNameInPath() {
        return path.contains("{");
    }

    /** The schema itself, where it is only referred to. */
    JsonNode resolved(JsonNode schema) {
        return schema.has("$ref")
                ? document.at(schema.path("$ref").asString().substring(1))
                : schema;
    }
}
