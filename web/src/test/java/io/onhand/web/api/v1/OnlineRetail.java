package io.onhand.web.api.v1;

import io.onhand.catalog.NewProduct;
import io.onhand.catalog.NewVariant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Five real trading days: the invoices of a retailer, each to be one source event. */
final class OnlineRetail {

    private static final List<String> SHOPS = List.of("LONDON", "PARIS", "NEWYORK");

    private final Map<String, List<Line>> invoices = new LinkedHashMap<>();

    /** A line of an invoice; quantities are what left the shop, below zero what came back. */
    private record Line(String invoice, String sku, long quantity, String at) {}

    /**
     * A level.
     *
     * @param location the shop's code
     */
    record Place(String sku, String location) {}

    private OnlineRetail() {}

    static OnlineRetail read() {
        var retail = new OnlineRetail();
        try (var file = OnlineRetail.class.getResourceAsStream("/online-retail/2010-12.csv")) {
            var text =
                    new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            text.lines().skip(1).map(OnlineRetail::line).forEach(retail::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return retail;
    }

    private void add(Line line) {
        invoices.computeIfAbsent(line.invoice(), invoice -> new ArrayList<>()).add(line);
    }

    private static Line line(String text) {
        List<String> fields = fields(text);
        return new Line(fields.get(0), fields.get(1), Long.parseLong(fields.get(3)), fields.get(4));
    }

    /** Commas part fields but between quotation marks, of which two stand for one. */
    private static List<String> fields(String text) {
        List<String> fields = new ArrayList<>();
        var field = new StringBuilder();
        boolean quoted = false;
        for (char c : text.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }

    /** The SKUs as products, as many variants in each as it may have. */
    List<NewProduct> products() {
        List<String> skus =
                invoices.values().stream().flatMap(List::stream).map(Line::sku).distinct().toList();
        int most = NewProduct.VARIANTS_MAX;
        return IntStream.range(0, (skus.size() + most - 1) / most)
                .mapToObj(i -> skus.subList(i * most, Math.min(skus.size(), (i + 1) * most)))
                .map(
                        part ->
                                new NewProduct(
                                        "Online Retail",
                                        part.stream().map(s -> NewVariant.of(s, s)).toList()))
                .toList();
    }

    /** What must be on hand where nothing else happened, in the order of SKU and location. */
    Map<Place, Long> levels() {
        Map<Place, Long> levels =
                new TreeMap<>(Comparator.comparing(Place::sku).thenComparing(Place::location));
        invoices.values().stream()
                .flatMap(List::stream)
                .forEach(
                        line ->
                                levels.merge(
                                        new Place(line.sku(), shop(line.invoice())),
                                        -line.quantity(),
                                        Long::sum));
        return levels;
    }

    /** The invoices as events, in the order in which they were written. */
    List<String> events() {
        return invoices.entrySet().stream()
                .map(invoice -> event(invoice.getKey(), invoice.getValue()))
                .toList();
    }

    private static String event(String invoice, List<Line> lines) {
        boolean cancels = invoice.startsWith("C");
        return """
        {"externalId": "%s", "type": "%s", "location": "%s", "occurredAt": "%s", "lines": [%s]}
        """
                .formatted(
                        invoice,
                        cancels ? "return" : "sale",
                        shop(invoice),
                        lines.getFirst().at(),
                        lines.stream()
                                .map(
                                        line ->
                                                "{\"sku\": \"%s\", \"quantity\": \"%d\"}"
                                                        .formatted(
                                                                line.sku(),
                                                                cancels
                                                                        ? -line.quantity()
                                                                        : line.quantity()))
                                .collect(Collectors.joining(",")));
    }

    private static String shop(String invoice) {
        return SHOPS.get(Integer.parseInt(invoice.replace("C", "")) % SHOPS.size());
    }
}
