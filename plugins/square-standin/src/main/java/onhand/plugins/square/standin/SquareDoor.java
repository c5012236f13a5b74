package onhand.plugins.square.standin;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onhand.plugins.standin.StandIn;
import onhand.plugins.standin.TillSale;

/** The stand-in in Onhand's own words. */
final class SquareDoor implements StandIn {

    private static final String CURRENCY = "GBP";
    private static final long CENTS = 650;

    /** By how much messages overtake each other. */
    private static final Duration DISORDER = Duration.ofSeconds(4);

    private final SquareStandIn square;
    private volatile boolean outOfOrder;

    SquareDoor(SquareStandIn square) {
        this.square = square;
    }

    @Override
    public URI address() {
        return square.address();
    }

    @Override
    public boolean isNew() {
        return square.backOffice().isEmpty();
    }

    @Override
    public void setUp(
            List<Place> places, List<Article> articles, Map<String, Map<String, String>> shelves) {
        BackOffice office = square.backOffice();
        office.goods(
                articles.stream()
                        .map(one -> new Goods(one.sku(), one.name(), one.gtin(), true, CENTS))
                        .toList());
        shelves.forEach(
                (code, quantities) -> {
                    Map<String, String> named = new HashMap<>();
                    quantities.forEach(
                            (sku, quantity) -> named.put(Goods.variation(sku), quantity));
                    office.ownShelves(SquareStandInMaker.ofPlace(code), named);
                });
        // the last: with them the merchant is there
        places.forEach(
                one ->
                        office.location(
                                SquareStandInMaker.ofPlace(one.code()),
                                one.name(),
                                one.timeZone(),
                                CURRENCY));
    }

    @Override
    public void tell(String hookUrl, String secret, URI deliverTo) {
        square.subscribe(new Subscription(hookUrl, secret, deliverTo));
    }

    @Override
    public String sell(TillSale sale) {
        return square.till()
                .sell(
                        SquareStandInMaker.ofPlace(sale.place()),
                        sale.lines().stream()
                                .map(
                                        line ->
                                                new SoldLine(
                                                        Goods.variation(line.sku()),
                                                        line.quantity()))
                                .toList(),
                        sale.repeats(),
                        sale.delay(),
                        sale.occurredAt());
    }

    @Override
    public String refund(String order) {
        return square.till().refund(order, List.of());
    }

    @Override
    public void recount(String place, String sku, String quantity) {
        square.till().recount(SquareStandInMaker.ofPlace(place), Goods.variation(sku), quantity);
    }

    @Override
    public void lose(String place, String sku, String quantity) {
        square.till().lose(SquareStandInMaker.ofPlace(place), Goods.variation(sku), quantity);
    }

    @Override
    public void outOfOrder(boolean on) {
        square.trouble(on ? new Trouble(1, DISORDER, 0) : Trouble.NONE);
        outOfOrder = on;
    }

    @Override
    public boolean isOutOfOrder() {
        return outOfOrder;
    }

    @Override
    public void networkDown(boolean down) {
        square.till().networkDown(down);
    }

    @Override
    public boolean isNetworkDown() {
        return square.till().isNetworkDown();
    }

    @Override
    public int waiting() {
        return square.till().waiting();
    }

    @Override
    public List<String> references() {
        return square.references();
    }

    @Override
    public void close() {
        square.close();
    }
}
