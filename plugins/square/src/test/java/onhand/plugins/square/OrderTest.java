package onhand.plugins.square;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.plugin.PosEvent;
import io.onhand.plugin.PosEvent.PosLine;
import io.onhand.plugin.ReadItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class OrderTest {

    private static final String SOLD =
            "{\"uid\":\"L-1\",\"catalog_object_id\":\"V-1\",\"quantity\":\"2\",\"name\":\"Tea\"}";
    private static final String BACK =
            "{\"uid\":\"R-1\",\"catalog_object_id\":\"V-2\",\"quantity\":\"1.0\"}";

    @Test
    void anExchangeIsASaleWithLinesBelowZero() {
        PosEvent event = event(order(SOLD, BACK));
        assertThat(event.type()).isEqualTo("sale");
        assertThat(event.lines())
                .containsExactly(new PosLine("L-1", "V-1", "2"), new PosLine("R-1", "V-2", "-1"));
    }

    @Test
    void anOrderWithoutSoldLinesIsAReturn() {
        PosEvent event = event(order("", BACK));
        assertThat(event.type()).isEqualTo("return");
        assertThat(event.lines()).containsExactly(new PosLine("R-1", "V-2", "1"));
    }

    @Test
    void timesAreInUtcWithMicrosecondsAtMost() {
        assertThat(event(order(SOLD, "")).occurredAt()).isEqualTo("2026-11-20T09:00:00.123456Z");
        String open = order(SOLD, "").replace("closed_at", "x");
        assertThat(event(open).occurredAt()).isEqualTo("2026-11-20T10:05:00Z");
    }

    @Test
    void aLineOfNothingIsNamedAndWithoutAnotherTheOrderComesToNothing() {
        String none = SOLD.replace("\"2\"", "\"0.000\"");
        assertThat(read(order(none, "")))
                .isInstanceOfSatisfying(
                        ReadItem.Told.class,
                        told -> {
                            assertThat(told.event().type()).isEqualTo("void");
                            assertThat(told.detail())
                                    .isEqualTo("Of quantity 0: Tea. No line moves stock.");
                        });
    }

    @Test
    void manyNamesAreNotAllShownAndNoneIsShownAsItIs() {
        String line = "{\"quantity\":\"1\",\"name\":\"a\\u0000b\"}";
        String lines = line + ("," + line).repeat(6) + "," + SOLD;
        assertThat(read(order(lines, "")))
                .isInstanceOfSatisfying(
                        ReadItem.Told.class,
                        told ->
                                assertThat(told.detail())
                                        .isEqualTo(
                                                "Without an article: a?b, a?b, a?b, a?b, a?b and 2"
                                                        + " more."));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"version\":3', '\"version\":\"3\"', version is no whole number.",
        "'\"version\":3', '\"version\":1e30', version is no whole number.",
        "'\"quantity\":\"2\"', '\"quantity\":2', quantity is no decimal.",
        "'\"quantity\":\"2\"', '\"quantity\":\"2e9\"', quantity is no decimal.",
        "'\"quantity\":\"2\"', '\"quantity\":\"-2\"', A line's quantity is below zero.",
        "'\"uid\":\"L-1\"', '\"uid\":\"\"', uid is missing.",
        "'\"location_id\":\"L\"', '\"location_id\":null', location_id is missing.",
        "'_at\":\"2026', '_at\":\"26', updated_at is no time."
    })
    void whatCannotBeReadSaysSoAndNamesTheOrder(String good, String bad, String detail) {
        assertThat(read(order(SOLD, "").replace(good, bad)))
                .isEqualTo(new ReadItem.Unreadable("O-1", "The order: " + detail));
    }

    @Test
    void anArticleOfALongNameAndTooManyLinesCannotBeRead() {
        assertThat(read(order(SOLD.replace("V-1", "V".repeat(65)), "")))
                .isInstanceOf(ReadItem.Unreadable.class);
        assertThat(read(order(SOLD + ("," + SOLD).repeat(1_000), "")))
                .isEqualTo(
                        new ReadItem.Unreadable(
                                "O-1", "The order: The order has more than 1000 lines."));
        assertThat(read("{}")).isInstanceOf(ReadItem.Unreadable.class);
    }

    @Test
    void anUnknownStateMovesNothing() {
        assertThat(read(order(SOLD, "").replace("COMPLETED", "PARKED")))
                .isEqualTo(new ReadItem.Nothing("O-1", "The order's state is unknown: PARKED."));
    }

    private static PosEvent event(String order) {
        ReadItem item = read(order);
        assertThat(item).isInstanceOf(ReadItem.Told.class);
        return ((ReadItem.Told) item).event();
    }

    private static ReadItem read(String order) {
        JsonNode node = Json.object(order).orElseThrow();
        return Order.read(node);
    }

    private static String order(String sold, String back) {
        return "{\"id\":\"O-1\",\"location_id\":\"L\",\"state\":\"COMPLETED\",\"version\":3,"
                + "\"updated_at\":\"2026-11-20T10:05:00Z\","
                + "\"closed_at\":\"2026-11-20T10:00:00.123456789+01:00\","
                + "\"line_items\":["
                + sold
                + "],\"returns\":["
                + (back.isEmpty() ? "" : "{\"uid\":\"B\",\"return_line_items\":[" + back + "]}")
                + "]}";
    }
}
