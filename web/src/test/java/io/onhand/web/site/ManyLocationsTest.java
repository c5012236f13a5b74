package io.onhand.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.catalog.NewVariant;
import io.onhand.identity.Role;
import io.onhand.locations.Location;
import io.onhand.stock.Line;
import io.onhand.stock.MovementType;
import io.onhand.stock.StockLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import onhand.testing.Sent;
import onhand.testing.TeaShop;
import onhand.testing.web.Browser;
import onhand.testing.web.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A chain of 25 locations that has two of each of 30 variants in every one of them. */
@WebTest
class ManyLocationsTest {

    private static final int VARIANTS = 30;
    private static final int MORE_LOCATIONS = 21;
    private static final String LAST = "ZEN-30";
    private static final String FAR = "S-21";

    @LocalServerPort int port;
    @Autowired BeanFactory program;

    private TeaShop shop;

    @BeforeEach
    void open() {
        shop = TeaShop.open(program);
        List<String> codes = new ArrayList<>(List.of("LONDON", "PARIS", "NEWYORK", "DC-KENT"));
        for (String code : numbered("S-", MORE_LOCATIONS)) {
            shop.location(code, "Shop " + code, Location.Type.STORE, "Europe/London");
            codes.add(code);
        }
        List<String> skus = numbered("ZEN-", VARIANTS);
        shop.product(
                "Zen",
                skus.stream()
                        .map(sku -> NewVariant.of(sku, sku + " tin"))
                        .toArray(NewVariant[]::new));
        List<Line> lines = new ArrayList<>();
        for (String sku : skus) {
            var variant = shop.variant(sku).id();
            codes.forEach(
                    code -> lines.add(Sent.change(lines.size(), shop.location(code), variant, 2)));
        }
        String document = UUID.randomUUID().toString();
        var receipt =
                Sent.event(shop.tenant(), document, 0, MovementType.RECEIPT, Sent.NOON, lines);
        shop.run(() -> program.getBean(StockLedger.class).post(receipt));
    }

    private static List<String> numbered(String prefix, int last) {
        return IntStream.rangeClosed(1, last)
                .mapToObj(no -> prefix + "%02d".formatted(no))
                .toList();
    }

    private String page(String address, Role role, String... only) {
        var page = Browser.of(port, program, shop, role, only).get(address);
        assertThat(page.status()).as(page.html()).isEqualTo(200);
        return page.html();
    }

    private static String total(String sku, int onHand) {
        return "data-total=\"" + sku + "\" data-on-hand=\"" + onHand + "\"";
    }

    @Test
    void everyRowOfTheTableHasItsNumbersAndAllCountsEveryLocation() {
        String table = page("/app/stock", Role.MANAGER);
        assertThat(table).contains(total("ZEN-01", 50), total(LAST, 50));
        assertThat(table)
                .containsPattern("data-sku=\"" + LAST + "\"[^>]*data-on-hand=\"2\"")
                .doesNotContainPattern("data-sku=\"" + LAST + "\"[^>]*data-on-hand=\"0\"");
        assertThat(table)
                .contains("The first 12 locations have columns.", "href=\"/app/locations\"");
        assertThat(page("/app/stock?location=" + FAR, Role.MANAGER))
                .containsPattern("aria-current=\"page\">Shop " + FAR)
                .containsPattern("data-sku=\"" + LAST + "\"[^>]*data-on-hand=\"2\"");
    }

    @Test
    void aVariantsPageSumsEveryLocationAndLeadsToAllOfThem() {
        String first = page("/app/variants/" + LAST, Role.MANAGER);
        assertThat(first).contains(total(LAST, 50)).doesNotContain(">" + FAR + "<");
        String second = "/app/variants/" + LAST + "?after=S-08";
        String third = "/app/variants/" + LAST + "?after=S-20";
        assertThat(first).contains("href=\"" + second + "\"");
        assertThat(page(second, Role.MANAGER))
                .contains(total(LAST, 50), ">S-09<", "href=\"" + third + "\"");
        assertThat(page(third, Role.MANAGER))
                .contains(total(LAST, 50), ">" + FAR + "<")
                .doesNotContain("rel=\"next\"");
        assertThat(page("/app/variants/" + LAST + "?location=" + FAR, Role.MANAGER))
                .contains("Shop " + FAR + ", 30 days");
    }

    @Test
    void whoIsLimitedToSomeLocationsIsToldNothingOfOthers() {
        String table = page("/app/stock", Role.MANAGER, "LONDON", "PARIS");
        assertThat(table).contains(total(LAST, 4)).doesNotContain("have columns", FAR);
        String variant =
                page("/app/variants/" + LAST + "?location=" + FAR, Role.MANAGER, "LONDON", "PARIS");
        assertThat(variant).contains(total(LAST, 4)).doesNotContain(FAR);
        String several =
                page("/app/stock", Role.MANAGER, numbered("S-", 15).toArray(String[]::new));
        assertThat(several).contains(total(LAST, 30)).doesNotContain("LONDON");
    }
}
