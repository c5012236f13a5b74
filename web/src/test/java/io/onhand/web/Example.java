package io.onhand.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request as the document describes it, that reaches for what is hidden: wherever a location, a
 * SKU or an id can be named, it names a hidden one.
 *
 * @param named the parameters of the query that it gives
 */
record Example(Operation operation, String path, @Nullable String body, Set<String> named) {

    /** Parameters that name nothing. Whatever else there is must have an example. */
    private static final Set<String> NAMELESS =
            Set.of("limit", "cursor", "type", "account", "clock", "from", "to", "state", "actor");

    private static final Pattern VARIABLE = Pattern.compile("([^/{}]+)/\\{([^/{}]+)}");

    /**
     * Requests of an operation: the plainest, one with each name that its query may hold, and one
     * with all of these.
     *
     * @param names what to name, by the fields' names; ids by their place in the path
     * @throws IllegalStateException where it is not known what to name
     */
    static List<Example> of(Operation operation, Map<String, String> names) {
        String path =
                VARIABLE.matcher(operation.path())
                        .replaceAll(
                                found ->
                                        found.group(1)
                                                + "/"
                                                + inPath(
                                                        operation,
                                                        found.group(1)
                                                                + "/{"
                                                                + found.group(2)
                                                                + "}",
                                                        names));
        String body =
                operation.body().isMissingNode() ? null : new ExampleBody(operation, names).text();
        List<String> required = new ArrayList<>();
        List<String> optional = new ArrayList<>();
        for (Operation.Query query : operation.queries()) {
            if (query.required()) {
                required.add(query.name());
            } else if (!NAMELESS.contains(query.name())) {
                optional.add(query.name());
            }
        }
        List<List<String>> queries = new ArrayList<>(List.of(List.of()));
        optional.forEach(name -> queries.add(List.of(name)));
        if (optional.size() > 1) {
            queries.add(optional);
        }
        return queries.stream()
                .map(more -> with(operation, path, body, required, more, names))
                .toList();
    }

    private static Example with(
            Operation operation,
            String path,
            @Nullable String body,
            List<String> required,
            List<String> more,
            Map<String, String> names) {
        var text = new StringBuilder(path);
        Set<String> named = new HashSet<>();
        for (List<String> some : List.of(required, more)) {
            for (String name : some) {
                text.append(named.isEmpty() ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(
                                URLEncoder.encode(
                                        known(operation, name, names), StandardCharsets.UTF_8));
                named.add(name);
            }
        }
        return new Example(operation, text.toString(), body, named);
    }

    private static String inPath(Operation operation, String place, Map<String, String> names) {
        return known(operation, place, names);
    }

    static String known(Operation operation, String name, Map<String, String> names) {
        String known = names.get(name);
        if (known == null) {
            throw new IllegalStateException(
                    "No request can be made for %s: say in HiddenParis.names what to name as '%s'"
                            .formatted(operation.name(), name));
        }
        return known;
    }

    /** What the request itself says. */
    String said() {
        return path + body;
    }

    @Override
    public String toString() {
        return operation.method() + " " + path + (body == null ? "" : " " + body);
    }
}
