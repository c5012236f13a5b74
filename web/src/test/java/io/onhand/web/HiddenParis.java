package io.onhand.web;

import io.onhand.catalog.NewVariant;
import io.onhand.channels.Connections;
import io.onhand.identity.Role;
import io.onhand.locations.Location;
import io.onhand.tenancy.BusinessClock;
import io.onhand.web.hooks.SigningTill;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onhand.testing.TeaShop;
import onhand.testing.web.Api;
import org.springframework.beans.factory.BeanFactory;

/**
 * A tea shop with stock, too little of something, a posting and a promise at a second location in
 * Paris, all under names that stand nowhere else: whoever may not see them must not find them in
 * any answer.
 *
 * @param names what the requests of {@link Example} name
 */
record HiddenParis(TeaShop shop, Api owner, Map<String, String> names) {

    private static final String STREET = "Rue du Secret";
    private static final String CUSTOMER = "customer-of-paris";
    private static final String PRODUCT = "Tea of the house";
    private static final String BARCODE = "4006381333931";
    private static final String QUANTITY = "31337.125";

    static HiddenParis open(BeanFactory program, int port) {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        var shop = TeaShop.open(program);
        var owner = new Api(port, shop.key(Role.OWNER));
        Map<String, String> names = new HashMap<>();
        for (String name : List.of("location", "code")) {
            names.put(name, "PARIS-" + mark);
        }
        for (String name : List.of("sku", "q")) {
            names.put(name, "SECRET-" + mark);
        }
        names.put("barcode", BARCODE);
        names.put("connection", "till-" + mark);
        names.put("externalId", "sale-" + mark);
        names.put("object", "location:PARIS-" + mark);
        names.put("owner", CUSTOMER);
        names.put("name", "Mine");
        names.put("note", "why");
        names.put("timeZone", "Europe/Paris");
        names.put("advance", "PT0S");
        var tomorrow = program.getBean(BusinessClock.class).now().plus(1, ChronoUnit.DAYS);
        names.put("tomorrow", tomorrow.truncatedTo(ChronoUnit.SECONDS).toString());
        shop.location("PARIS-" + mark, STREET, Location.Type.STORE, "Europe/Paris");
        shop.product(PRODUCT, NewVariant.of("SECRET-" + mark, "50 g", BARCODE));
        shop.run(() -> program.getBean(Connections.class).createGeneric("till-" + mark, "A till"));
        names.put("deliveries/{id}", delivery(program, port, shop, owner, "PARIS-" + mark));
        var hidden = new HiddenParis(shop, owner, names);
        hidden.trade();
        return hidden;
    }

    private void trade() {
        String stock = "{\"location\":\"%s\",\"reason\":\"found\",\"lines\":[%s]}";
        String line = "{\"sku\":\"%s\",\"quantity\":\"%s\"}";
        String sku = name("sku");
        made("adjustments", stock.formatted("LONDON", line.formatted(sku, "5")), "posting");
        made(
                "adjustments",
                stock.formatted(name("location"), line.formatted("KETTLE-IRON", "-1")),
                "posting");
        String posting =
                made(
                        "adjustments",
                        stock.formatted(name("location"), line.formatted(sku, QUANTITY)),
                        "posting");
        String wish = "{\"location\":\"%s\",\"owner\":\"%s\",\"expiresAt\":\"%s\",\"lines\":[%s]}";
        String reservation =
                made(
                        "reservations",
                        wish.formatted(
                                name("location"),
                                CUSTOMER,
                                name("tomorrow"),
                                line.formatted(sku, "2")),
                        "id");
        names.put("posting", posting);
        names.put("postings/{id}", posting);
        names.put("reservations/{id}", reservation);
        names.put("products/{id}", product());
        names.put("locations/{code}", name("location"));
        names.put("connections/{code}", name("connection"));
        names.put("variants/{external}", "item-of-a-till");
        names.put("locations/{external}", "place-of-a-till");
        names.put("external", "place-of-a-till");
        names.put("plugin", "generic");
        names.put("kind", "negative-stock");
        names.put("exceptions/{id}", exception());
    }

    private String name(String field) {
        return String.valueOf(names.get(field));
    }

    /** What tells of the location; of it alone. */
    Set<String> marksOfLocation() {
        return Stream.concat(
                        Stream.of(STREET, CUSTOMER, QUANTITY),
                        Stream.of("location", "posting", "reservations/{id}").map(this::name))
                .collect(Collectors.toSet());
    }

    /** What tells of the tenant. */
    Set<String> marksOfTenant() {
        return Stream.concat(
                        Stream.concat(Stream.of(PRODUCT), marksOfLocation().stream()),
                        Stream.of("sku", "products/{id}", "barcode").map(this::name))
                .collect(Collectors.toSet());
    }

    /** Every request of these operations that this shop makes possible. */
    List<Example> examples(List<Operation> operations) {
        return operations.stream().flatMap(o -> Example.of(o, names).stream()).toList();
    }

    /**
     * All that the owner reads, but for the time of looking, and for the audit entries, which tell
     * of the callers' keys.
     */
    List<String> seen(List<Operation> operations, Predicate<Operation> which) {
        return examples(operations).stream()
                .filter(e -> e.operation().reads() && which.test(e.operation()))
                .filter(e -> !e.operation().path().equals("/api/v1/audit-entries"))
                .map(e -> e + ": " + owner.get(e.path()).text())
                .map(text -> text.replaceAll("\"(asOf|now)\":\"[^\"]*\"", ""))
                .toList();
    }

    private String made(String path, String body, String field) {
        Api.Got got = owner.post("/api/v1/" + path, body);
        if (got.status() != 201) {
            throw new IllegalStateException(got.text());
        }
        return got.json().path(field).asString();
    }

    private String exception() {
        return owner.get("/api/v1/exceptions?kind=negative-stock")
                .json()
                .path("items")
                .valueStream()
                .filter(found -> found.path("subject").asString().contains(name("location")))
                .map(found -> found.path("id").asString())
                .findFirst()
                .orElseThrow();
    }

    /** A message that told of the location alone, and of which all is done. */
    private static String delivery(
            BeanFactory program, int port, TeaShop shop, Api owner, String location) {
        var till = SigningTill.of(program, port, shop);
        till.send(SigningTill.sale("far-1", "KETTLE-IRON", "1").replace("LONDON", location));
        String list = "/api/v1/deliveries?state=done&connection=" + till.code();
        for (int i = 0; i < 1_000; i++) {
            var items = owner.get(list).json().path("items");
            if (!items.isEmpty()) {
                return items.get(0).path("id").asString();
            }
            LockSupport.parkNanos(20_000_000);
        }
        throw new IllegalStateException("the delivery is not done");
    }

    private String product() {
        return owner.get("/api/v1/products")
                .json()
                .path("items")
                .valueStream()
                .filter(product -> product.at("/variants/0/sku").asString().equals(name("sku")))
                .map(product -> product.path("id").asString())
                .findFirst()
                .orElseThrow();
    }
}
