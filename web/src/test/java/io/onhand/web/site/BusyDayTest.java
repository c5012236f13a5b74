package io.onhand.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.identity.Role;
import io.onhand.stock.Line;
import io.onhand.stock.MovementType;
import io.onhand.stock.StockLedger;
import io.onhand.tenancy.BusinessClock;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import onhand.testing.Sent;
import onhand.testing.TeaShop;
import onhand.testing.web.Browser;
import onhand.testing.web.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The first page of a chain in which one shop sold 3,600 today and another two, and these last. */
@WebTest
class BusyDayTest {

    private static final String SKU = "TEA-EARL-100";

    @LocalServerPort int port;
    @Autowired BeanFactory program;

    private TeaShop shop;
    private String busy;
    private String quiet;

    @BeforeEach
    void open() {
        shop = TeaShop.open(program);
        List<String> byId =
                Stream.of("LONDON", "PARIS", "NEWYORK")
                        .sorted(Comparator.comparing(code -> shop.location(code).toString()))
                        .toList();
        busy = byId.getFirst();
        quiet = byId.getLast();
        for (int times = 0; times < 4; times++) {
            sell(busy, 900);
        }
        sell(quiet, 2);
    }

    private void sell(String code, int lines) {
        var location = shop.location(code);
        var variant = shop.variant(SKU).id();
        List<Line> sales =
                IntStream.rangeClosed(1, lines)
                        .mapToObj(no -> Sent.change(no, location, variant, -1))
                        .toList();
        var now = program.getBean(BusinessClock.class).now();
        String document = UUID.randomUUID().toString();
        var sale = Sent.event(shop.tenant(), document, 0, MovementType.SALE, now, sales);
        shop.run(() -> program.getBean(StockLedger.class).post(sale));
    }

    private static String sold(String location, String units) {
        return "data-test=\"sold-today\" data-location=\"" + location + "\">" + units + "<";
    }

    private static String moved(String location) {
        return "/app/stock/" + SKU + "/" + location + "\"";
    }

    @Test
    void everyShopsSalesAreCountedAndWhatMovedLastIsFirst() {
        String page = Browser.of(port, program, shop, Role.MANAGER).get("/app").html();
        assertThat(page).contains(sold(busy, "3,600"), sold(quiet, "2"));
        assertThat(page.split("/app/stock/" + SKU, -1)).hasSize(9);
        assertThat(page).contains(moved(quiet), moved(busy));
        assertThat(page.indexOf(moved(quiet))).isLessThan(page.indexOf(moved(busy)));
        assertThat(page).as("there is a lane for each").doesNotContain("more-places");
    }

    @Test
    void whoIsLimitedToTheQuietShopSeesItsSalesAlone() {
        String page = Browser.of(port, program, shop, Role.MANAGER, quiet).get("/app").html();
        assertThat(page).contains(sold(quiet, "2"), moved(quiet)).doesNotContain(moved(busy));
        assertThat(page).doesNotContain(sold(busy, "3,600"));
    }
}
