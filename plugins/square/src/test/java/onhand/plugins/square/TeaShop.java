package onhand.plugins.square;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.plugin.DocumentKey;
import io.onhand.plugin.Fetched;
import io.onhand.plugin.HttpCall;
import io.onhand.plugin.Observation;
import io.onhand.plugin.Outcome;
import io.onhand.plugin.Page;
import io.onhand.plugin.ReadItem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import onhand.plugins.square.standin.BackOffice;
import onhand.plugins.square.standin.Faults;
import onhand.plugins.square.standin.Goods;
import onhand.plugins.square.standin.SoldLine;
import onhand.plugins.square.standin.SquareStandIn;
import onhand.plugins.square.standin.StandInSettings;
import onhand.plugins.square.standin.Till;
import org.jspecify.annotations.Nullable;

/** Two shops and three teas at the stand-in, and the connector that speaks with it. */
final class TeaShop implements AutoCloseable {

    static final String LONDON = "L-LONDON";
    static final String PARIS = "L-PARIS";
    static final String EARL = "VAR-TEA-EARL-100";
    static final String GREEN = "VAR-TEA-GREEN-100";
    static final String LOOSE = "VAR-TEA-LOOSE";
    static final String TOKEN = "demo-square-token";

    /** More pages than any test has. */
    private static final int PAGES_MAX = 500;

    final MovedClock clock = new MovedClock();
    final SquareStandIn square;
    final StandInCtx ctx;
    final SquareConnector connector = new SquareConnector();

    private TeaShop(Path directory) {
        square =
                SquareStandIn.start(
                        StandInSettings.of(directory, clock, "M-LEAF", TOKEN)
                                .withRequestsPerSecond(5_000));
        ctx = new StandInCtx(square.address(), clock, TOKEN);
    }

    static TeaShop open(Path directory) {
        var shop = new TeaShop(directory);
        BackOffice office = shop.square.backOffice();
        office.location(LONDON, "London", "Europe/London", "GBP");
        office.location(PARIS, "Paris", "Europe/Paris", "EUR");
        office.goods(
                List.of(
                        new Goods("TEA-EARL-100", "Earl Grey", "4006381333931", true, 650),
                        new Goods("TEA-GREEN-100", "Green", null, true, 500),
                        new Goods("TEA-LOOSE", "Loose tea", null, false, 10)));
        office.shelves(LONDON, Map.of(EARL, "100", GREEN, "50", LOOSE, "0"));
        shop.clock.pass(Duration.ofMinutes(1));
        return shop;
    }

    Till till() {
        return square.till();
    }

    Faults faults() {
        return square.faults();
    }

    static List<SoldLine> one(String variation, String quantity) {
        return List.of(new SoldLine(variation, quantity));
    }

    /** Everything that is told of these orders. */
    List<ReadItem> orders(String... ids) {
        return Arrays.stream(ids)
                .map(id -> found(new DocumentKey("order", id, null)))
                .flatMap(List::stream)
                .toList();
    }

    /** What is told of a shelf since a time. */
    List<ReadItem> shelf(String variation, String location, @Nullable String since) {
        return found(new DocumentKey("shelf", variation + "|" + location, since));
    }

    private List<ReadItem> found(DocumentKey key) {
        List<Fetched> fetched = ok(connector.fetch(List.of(key), ctx));
        assertThat(fetched).hasSize(1);
        return fetched.getFirst() instanceof Fetched.Found(var same, var items) && same.equals(key)
                ? items
                : List.of();
    }

    /** What the connector observes, by {@code variation@location}. */
    Map<String, String> counts() {
        List<HttpCall> before = List.copyOf(ctx.calls);
        Map<String, String> counts = new HashMap<>();
        for (Observation each : walk(null, cursor -> connector.observe(cursor, ctx)).items()) {
            counts.put(each.item() + "@" + each.location(), each.quantity());
        }
        ctx.calls.clear();
        ctx.calls.addAll(before);
        return counts;
    }

    static <T> T ok(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Ok.class);
        return outcome instanceof Outcome.Ok<T>(var value) ? value : fail(outcome);
    }

    /** All pages from a cursor on, and where the last ended. */
    static <T> Page<T> walk(
            @Nullable String from, Function<@Nullable String, Outcome<Page<T>>> question) {
        List<T> items = new ArrayList<>();
        @Nullable String cursor = from;
        for (int page = 0; page < PAGES_MAX; page++) {
            Page<T> next = ok(question.apply(cursor));
            items.addAll(next.items());
            cursor = next.cursor();
            if (!next.more()) {
                return new Page<>(items, next.cursor(), false);
            }
        }
        throw new AssertionError("the walk has no end");
    }

    private static <T> T fail(Outcome<T> outcome) {
        throw new AssertionError(outcome.toString());
    }

    @Override
    public void close() {
        ctx.close();
        square.close();
    }
}
