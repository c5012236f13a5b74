package onhand.plugins.square;

import static onhand.plugins.square.TeaShop.EARL;
import static onhand.plugins.square.TeaShop.GREEN;
import static onhand.plugins.square.TeaShop.LONDON;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.plugin.HttpCall;
import io.onhand.plugin.Observation;
import io.onhand.plugin.Outcome;
import io.onhand.plugin.Push;
import io.onhand.plugin.PushAnswer;
import io.onhand.plugin.PushAnswer.Refusal;
import io.onhand.plugin.ReadItem;
import io.onhand.plugin.StockChange;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import onhand.plugins.square.standin.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StockPushTest {

    private static final String CREATE = "POST /v2/inventory/changes/batch-create";
    private static final String NOW = "2026-11-20T10:01:00Z";

    @TempDir Path directory;
    private TeaShop shop;

    @BeforeEach
    void open() {
        shop = TeaShop.open(directory);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @ParameterizedTest
    @CsvSource({
        "sale, -2, 98, IN_STOCK, SOLD",
        "adjustment, -2.50, 97.5, IN_STOCK, WASTE",
        "ship, -2, 98, IN_STOCK, WASTE",
        "return, 1, 101, UNLINKED_RETURN, IN_STOCK",
        "receipt, 5.00001, 105.00001, NONE, IN_STOCK",
        "reversal, 3, 103, NONE, IN_STOCK"
    })
    void aMovementIsADifferenceAndTheAnswerTellsTheCount(
            String type, String quantity, String left, String from, String to) {
        assertThat(ok(push("k-1", change("c-1", EARL, type, quantity))))
                .isEqualTo(
                        new PushAnswer.Applied(List.of(new Observation(EARL, LONDON, left, NOW))));
        assertThat(lastBody())
                .contains("\"from_state\":\"" + from + "\"")
                .contains("\"to_state\":\"" + to + "\"")
                .contains("\"reference_id\":\"onhand:c-1\"");
    }

    @Test
    void onlyACountOfOursIsAPhysicalCountEvenWhenItFindsWhatIsThere() {
        assertThat(ok(push("k-1", change("c-1", EARL, "count", "100"))))
                .isEqualTo(
                        new PushAnswer.Applied(List.of(new Observation(EARL, LONDON, "100", NOW))));
        assertThat(lastBody()).contains("\"physical_count\"");
        ok(push("k-2", change("c-2", EARL, "count", "7")));
        assertThat(count(EARL)).isEqualTo("7");
    }

    @Test
    void ourChangesComeBackAsEchoes() {
        ok(push("k-1", change("c-1", EARL, "sale", "-2"), change("c-2", GREEN, "count", "9")));
        assertThat(shop.shelf(EARL, LONDON, NOW)).containsExactly(new ReadItem.Echo("c-1"));
        assertThat(shop.shelf(GREEN, LONDON, NOW)).containsExactly(new ReadItem.Echo("c-2"));
        shop.ctx.settings.put("applicationId", "sq0idp-another");
        assertThat(shop.shelf(EARL, LONDON, NOW)).containsExactly(new ReadItem.Echo("c-1"));
    }

    @Test
    void anErrorOrSilenceAfterTheEffectIsNoSecondEffect() {
        Push push = push("k-1", change("c-1", EARL, "sale", "-2"));
        shop.faults().next(CREATE, new Fault.ErrorAfterEffect(), 1);
        assertThat(tried(push)).isEqualTo(new Outcome.Retry<>(0));
        assertThat(count(EARL)).isEqualTo("98");
        shop.faults().next(CREATE, new Fault.SilenceAfterEffect(Duration.ofSeconds(30)), 1);
        shop.ctx.patience = Duration.ofMillis(300);
        assertThat(tried(push)).isEqualTo(new Outcome.Retry<>(0));
        shop.ctx.patience = Duration.ofSeconds(10);
        shop.clock.pass(Duration.ofHours(20));
        assertThat(ok(push)).isInstanceOf(PushAnswer.Applied.class);
        assertThat(count(EARL)).isEqualTo("98");
        assertThat(shop.ctx.calls).extracting(HttpCall::body).hasSize(3).containsOnly(lastBody());
    }

    @Test
    void aKeyThatWasUsedForAnotherBodyIsAFault() {
        ok(push("k-1", change("c-1", EARL, "sale", "-2")));
        assertThat(tried(push("k-1", change("c-2", EARL, "sale", "-3"))))
                .isInstanceOfSatisfying(
                        Outcome.Fail.class,
                        fail -> assertThat(fail.code()).isEqualTo("idempotency-key-reused"));
        shop.faults().next(CREATE, new Fault.KeyReused(), 1);
        assertThat(tried(push("k-2", change("c-2", EARL, "sale", "-3"))))
                .isInstanceOf(Outcome.Fail.class);
        assertThat(count(EARL)).isEqualTo("98");
    }

    @Test
    void whatHappenedTooLongAgoOrInTheFutureHappensWhenItIsTold() {
        shop.clock.pass(Duration.ofDays(3));
        String tried = shop.ctx.now();
        var old = new StockChange("c-1", EARL, LONDON, "sale", "-2", NOW);
        var early = new StockChange("c-2", GREEN, LONDON, "sale", "-2", "2026-11-23T10:06:00Z");
        assertThat(ok(new Push("k-1", tried, List.of(old, early))))
                .isInstanceOf(PushAnswer.Applied.class);
        assertThat(lastBody().split("\"occurred_at\":\"" + tried + "\"", -1)).hasSize(3);
        var fresh = new StockChange("c-3", EARL, LONDON, "sale", "-1", "2026-11-23T09:00:00.123Z");
        ok(new Push("k-2", tried, List.of(fresh)));
        assertThat(lastBody()).contains("2026-11-23T09:00:00.123Z");
    }

    @Test
    void aCountOfTooLongAgoIsNotToldBecauseTheTillHasSoldSince() {
        shop.clock.pass(Duration.ofDays(3));
        var old = new StockChange("c-1", EARL, LONDON, "count", "10", NOW);
        var other = new StockChange("c-2", GREEN, LONDON, "sale", "-2", NOW);
        assertThat(codes(new Push("k-1", shop.ctx.now(), List.of(old, other))))
                .containsExactly("c-1 bad-time");
        assertThat(shop.ctx.calls).isEmpty();
    }

    @Test
    void whatHappenedTooLongAgoIsPartOfACountThatFoundIt() {
        shop.clock.pass(Duration.ofDays(3));
        var old = new StockChange("c-1", EARL, LONDON, "sale", "-2", NOW);
        var other = new StockChange("c-2", GREEN, LONDON, "sale", "-2", NOW);
        var count = new StockChange("c-3", EARL, LONDON, "count", "97", "2026-11-23T09:00:00.000Z");
        ok(new Push("k-1", shop.ctx.now(), List.of(old, other, count)));
        assertThat(count(EARL)).isEqualTo("97");
        assertThat(count(GREEN)).isEqualTo("48");
    }

    @Test
    void aTimeThatSquareRefusesIsThatChangesFault() {
        shop.faults().next(CREATE, new Fault.OccurredAtRefused(), 1);
        assertThat(codes(push("k-1", change("c-1", EARL, "sale", "-2"))))
                .containsExactly("c-1 bad-time");
        Push late = push("k-2", change("c-2", EARL, "sale", "-2"));
        shop.clock.pass(Duration.ofHours(25));
        assertThat(codes(late)).containsExactly("c-2 bad-time");
        assertThat(count(EARL)).isEqualTo("100");
    }

    @Test
    void aDeletedArticleOrAnUnknownPlaceRefusesAllAndIsNamed() {
        shop.square.backOffice().delete(EARL);
        var nowhere = new StockChange("c-3", GREEN, "L-NOWHERE", "sale", "-1", NOW);
        assertThat(
                        codes(
                                push(
                                        "k-1",
                                        change("c-0", EARL, "sale", "0"),
                                        change("c-1", GREEN, "sale", "-1"),
                                        change("c-2", EARL, "sale", "-1"),
                                        nowhere)))
                .containsExactly("c-2 unknown-item", "c-3 unknown-location");
        assertThat(count(GREEN)).isEqualTo("50");
    }

    @Test
    void whatSquareCannotKeepIsNotAskedFor() {
        assertThat(
                        codes(
                                push(
                                        "k-1",
                                        change("c-1", EARL, "sale", "-0.000001"),
                                        change("c-2", GREEN, "count", "-1"))))
                .containsExactly("c-1 bad-quantity", "c-2 bad-quantity");
        assertThat(ok(push("k-2", change("c-3", EARL, "adjustment", "0.000000"))))
                .isEqualTo(new PushAnswer.Applied(List.of()));
        assertThat(shop.ctx.calls).isEmpty();
        ok(push("k-3", change("c-4", EARL, "sale", "-1.500000")));
        assertThat(count(EARL)).isEqualTo("98.5");
    }

    private static StockChange change(String key, String item, String type, String quantity) {
        return new StockChange(key, item, LONDON, type, quantity, NOW);
    }

    private static Push push(String key, StockChange... changes) {
        return new Push(key, NOW, List.of(changes));
    }

    private Outcome<PushAnswer> tried(Push push) {
        return shop.connector.push(push, shop.ctx);
    }

    private PushAnswer ok(Push push) {
        return TeaShop.ok(tried(push));
    }

    private List<String> codes(Push push) {
        return ok(push) instanceof PushAnswer.Refused(var refusals)
                ? refusals.stream().map(StockPushTest::code).toList()
                : List.of();
    }

    private static String code(Refusal refusal) {
        return refusal.change() + " " + refusal.code();
    }

    private String lastBody() {
        return String.valueOf(shop.ctx.calls.getLast().body());
    }

    private String count(String variation) {
        return shop.counts().getOrDefault(variation + "@" + LONDON, "none");
    }
}
