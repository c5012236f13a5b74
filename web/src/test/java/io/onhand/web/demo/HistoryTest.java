package io.onhand.web.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.channels.EventType;
import io.onhand.channels.SourceEvent;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    @Test
    void theSameDayGivesTheSameHistory() {
        var one = History.of(Retailer.leafAndKettle(), TODAY);
        assertThat(History.of(Retailer.leafAndKettle(), TODAY)).isEqualTo(one);
    }

    @Test
    void aMonthHasSalesReturnsDeliveriesCountsBreakagesRepeatsAndCorrections() {
        var history = History.of(Retailer.leafAndKettle(), TODAY);
        assertThat(history).hasSizeBetween(4_000, 9_000);
        for (EventType type : Set.of(EventType.values())) {
            if (type != EventType.VOID) {
                assertThat(history).as(type.word()).anyMatch(event -> event.type() == type);
            }
        }
        assertThat(Set.copyOf(history)).hasSizeLessThan(history.size());
        assertThat(history).anyMatch(event -> event.revision() == 1);
    }

    @Test
    void aSaleWithoutNetworkIsHeardOfAfterTheNextCount() {
        var history = History.of(Retailer.leafAndKettle(), TODAY);
        var late = first(history, "-OFF1");
        var count =
                history.stream()
                        .filter(event -> event.location().equals(late.location()))
                        .filter(event -> event.externalId().endsWith("-COUNT"))
                        .filter(event -> event.occurredAt().isAfter(late.occurredAt()))
                        .findFirst()
                        .orElseThrow();
        assertThat(history.indexOf(count)).isLessThan(history.indexOf(late));
    }

    @Test
    void nothingHappensOnTheDayItself() {
        var end = TODAY.atStartOfDay(ZoneOffset.UTC).toInstant();
        assertThat(History.of(Retailer.northBikes(), TODAY))
                .isNotEmpty()
                .allMatch(event -> event.occurredAt().isBefore(end));
    }

    @Test
    void theAssortmentsAreAsPromised() {
        var leaf = Assortment.of("leaf-and-kettle");
        var bikes = Assortment.of("north-bikes");
        assertThat(leaf).hasSizeGreaterThanOrEqualTo(200);
        assertThat(bikes).hasSizeGreaterThanOrEqualTo(20);
        assertThat(skus(leaf)).hasSize(leaf.size()).contains("TEA-EARL-100");
        assertThat(skus(bikes)).contains("TEA-EARL-100", "BIKE-CITY-M");
    }

    @Test
    void theTrafficIsMostlySalesAndNeverNamesADocumentAnew() {
        var script = new TrafficScript(Retailer.leafAndKettle(), new Random(7));
        var now = TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC);
        script.shops()
                .forEach(
                        shop ->
                                Retailer.leafAndKettle()
                                        .articles()
                                        .forEach(
                                                article ->
                                                        script.shelf(shop).put(article.sku(), 20)));
        List<SourceEvent> events =
                java.util.stream.IntStream.range(0, 500)
                        .boxed()
                        .flatMap(i -> script.next(now.plusSeconds(2 * i)).stream())
                        .toList();
        long sales = events.stream().filter(e -> e.type() == EventType.SALE).count();
        assertThat(sales).isGreaterThan(events.size() * 3L / 5);
        var contents = events.stream().distinct().map(SourceEvent::externalId).toList();
        assertThat(contents).doesNotHaveDuplicates();
    }

    private static Set<String> skus(List<Article> articles) {
        return articles.stream().map(Article::sku).collect(Collectors.toSet());
    }

    private static SourceEvent first(List<SourceEvent> history, String ending) {
        return history.stream()
                .filter(event -> event.externalId().endsWith(ending))
                .findFirst()
                .orElseThrow();
    }
}
