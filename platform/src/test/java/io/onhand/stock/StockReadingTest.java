package io.onhand.stock;

import static onhand.testing.Sent.change;
import static onhand.testing.Sent.count;
import static onhand.testing.Sent.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.catalog.VariantId;
import io.onhand.locations.LocationId;
import io.onhand.measure.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import onhand.testing.PlatformTest;
import onhand.testing.Sent;
import onhand.testing.TeaShop;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class StockReadingTest {

    @Autowired BeanFactory program;
    @Autowired StockLedger ledger;
    @Autowired StockQueries stock;
    @Autowired MovementQueries movements;
    @Autowired PostingQueries postings;
    @Autowired ExplanationQueries explanations;
    @Autowired PastQueries past;

    private TeaShop shop;
    private LocationId london;
    private LocationId paris;
    private VariantId earl;
    private VariantId sencha;

    @BeforeEach
    void open() {
        shop = TeaShop.open(program);
        london = shop.location("LONDON");
        paris = shop.location("PARIS");
        earl = shop.variant("TEA-EARL-100").id();
        sencha = shop.variant("TEA-SENCHA-100").id();
    }

    @Test
    void levelsComeBySkuAndLocationAndAPairThatNeverMovedIsAbsent() {
        post("a", MovementType.RECEIPT, change(1, paris, sencha, 4), change(2, london, sencha, 5));
        post("b", MovementType.RECEIPT, change(1, paris, earl, 7));
        var all = shop.call(() -> stock.levels(Level.Place.START, null, 10));
        assertThat(all)
                .extracting(level -> level.sku() + " " + level.location() + " " + level.onHand())
                .containsExactly(
                        "TEA-EARL-100 PARIS 7",
                        "TEA-SENCHA-100 LONDON 5",
                        "TEA-SENCHA-100 PARIS 4");
        List<Level> walked = new ArrayList<>();
        Level.Place place = Level.Place.START;
        while (true) {
            var after = place;
            var page = shop.call(() -> stock.levels(after, null, 1));
            if (page.isEmpty()) {
                break;
            }
            walked.addAll(page);
            place = page.getLast().place();
        }
        assertThat(walked).extracting(Level::place).isEqualTo(places(all));
    }

    @Test
    void whoMaySeeOneLocationIsShownNoOther() {
        post("a", MovementType.RECEIPT, change(1, paris, earl, 4), change(2, london, earl, 5));
        var own = shop.call(() -> stock.levels(Level.Place.START, Set.of(london), 10));
        assertThat(own).extracting(Level::location).containsExactly("LONDON");
        assertThat(shop.call(() -> stock.levels(Level.Place.START, Set.of(), 10))).isEmpty();
        assertThat(shop.call(() -> walk(filter(null, null, Set.of(london)), 10)))
                .extracting(Movement::location)
                .containsExactly("LONDON");
    }

    @Test
    void levelsAreFoundByTheBeginningsOfWords() {
        post("a", MovementType.RECEIPT, change(1, paris, earl, 4), change(2, london, earl, 5));
        post("b", MovementType.RECEIPT, change(1, paris, sencha, 4));
        assertThat(shop.call(() -> stock.found("ear gr", Level.Place.START, null, 10)))
                .extracting(Level::location)
                .containsExactly("LONDON", "PARIS");
        var first = shop.call(() -> stock.found("tea", Level.Place.START, null, 1));
        var rest = shop.call(() -> stock.found("tea", first.getFirst().place(), null, 10));
        assertThat(rest)
                .extracting(level -> level.sku() + " " + level.location())
                .containsExactly("TEA-EARL-100 PARIS", "TEA-SENCHA-100 PARIS");
    }

    @Test
    void aLevelsMovementsComeNewestFirstWithWhatTheySayOfCounts() {
        post("count", MovementType.COUNT, 60, count(1, london, earl, 10));
        post("sale", MovementType.SALE, 120, change(1, london, earl, -2));
        post("late", MovementType.SALE, 30, change(1, london, earl, -1));
        var read =
                shop.call(
                        () ->
                                movements.ofLevel(
                                        MovementFilter.ofLevel(london, earl),
                                        Movement.Position.END,
                                        10));
        assertThat(read)
                .extracting(m -> m.id().levelSeq() + " " + m.type().word() + " " + m.quantity())
                .containsExactly("4 count-correction 1", "3 sale -1", "2 sale -2", "1 count 10");
        assertThat(read.get(0).corrects()).isEqualTo(read.get(3).id());
        assertThat(read.get(0).because()).isEqualTo(read.get(1).id());
        assertThat(read.get(0).occurredAt()).isEqualTo(Sent.NOON.plusSeconds(60));
        assertThat(read.get(0).balanceAfter()).isEqualTo(Quantity.ofUnits(8));
        assertThat(read.get(3).counted()).isEqualTo(Quantity.ofUnits(10));
        assertThat(read.get(1).posting().identity().externalId()).isEqualTo("late");
        assertThat(read.get(1).line()).isEqualTo("1");
    }

    @Test
    void bothClocksFilterWithTheBeginningInAndTheEndOut() {
        for (int minute = 0; minute < 5; minute++) {
            post("s" + minute, MovementType.SALE, 60 * minute, change(1, london, earl, -1));
        }
        var between =
                new MovementFilter(
                        earl,
                        london,
                        null,
                        Account.ON_HAND,
                        MovementType.SALE,
                        MovementFilter.Clock.OCCURRED,
                        Sent.NOON.plusSeconds(60),
                        Sent.NOON.plusSeconds(180));
        assertThat(shop.call(() -> movements.ofLevel(between, Movement.Position.END, 10)))
                .extracting(m -> m.posting().identity().externalId())
                .containsExactly("s2", "s1");
        assertThat(shop.call(() -> walk(between, 1)))
                .extracting(m -> m.posting().identity().externalId())
                .containsExactly("s2", "s1");
        var recordedThen =
                new MovementFilter(
                        earl,
                        london,
                        null,
                        null,
                        null,
                        MovementFilter.Clock.RECORDED,
                        Sent.NOON,
                        Sent.NOON.plusSeconds(180));
        assertThat(shop.call(() -> movements.ofLevel(recordedThen, Movement.Position.END, 10)))
                .isEmpty();
    }

    @Test
    void aWalkShowsWhatExistedWhenItBeganExactlyOnceWhileMoreIsPosted() {
        for (int i = 0; i < 6; i++) {
            post(
                    "r" + i,
                    MovementType.RECEIPT,
                    change(1, london, earl, 1),
                    change(2, paris, earl, 1),
                    change(3, paris, sencha, 1));
        }
        List<MovementId> seen = new ArrayList<>();
        MovementQueries.Place place = null;
        for (int page = 0; ; page++) {
            var after = place;
            var read = shop.call(() -> movements.levelByLevel(filter(null, null, null), after, 4));
            if (read.isEmpty()) {
                break;
            }
            read.forEach(m -> seen.add(m.id()));
            place = MovementQueries.Place.of(read.getLast());
            post("more" + page, MovementType.SALE, change(1, paris, earl, -1));
        }
        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen.stream().filter(id -> id.levelSeq() <= 6)).hasSize(18);
    }

    @Test
    void aPostingsMovementsComeByLocationSkuAndNumber() {
        var outcome =
                post(
                        "r",
                        MovementType.RECEIPT,
                        change(1, paris, sencha, 1),
                        change(2, paris, earl, 2),
                        change(3, london, sencha, 3));
        post("s", MovementType.SALE, change(1, paris, sencha, -1));
        var id = ((Outcome.Applied) outcome).posting();
        var posted = shop.call(() -> postings.posting(id)).orElseThrow();
        assertThat(posted.movements())
                .extracting(m -> m.location() + " " + m.sku() + " " + m.quantity())
                .containsExactly(
                        "LONDON TEA-SENCHA-100 3",
                        "PARIS TEA-EARL-100 2",
                        "PARIS TEA-SENCHA-100 1");
        var second = posted.movements().get(1);
        var place =
                new PostingQueries.Place(second.location(), second.sku(), second.id().levelSeq());
        assertThat(shop.call(() -> postings.movements(id, filter(null, null, null), place, 5)))
                .extracting(Movement::id)
                .containsExactly(posted.movements().get(2).id());
    }

    @Test
    void anExplanationSumsTheMovementsAndNamesTheRepeats() {
        post("a", MovementType.RECEIPT, change(1, london, earl, 5));
        for (int i = 0; i < 3; i++) {
            post("b", MovementType.SALE, change(1, london, earl, -2));
        }
        var explained =
                shop.call(() -> explanations.explanation(london, earl, Movement.Position.END, 1))
                        .orElseThrow();
        assertThat(explained.equal()).isTrue();
        assertThat(explained.recomputed(Account.ON_HAND)).isEqualTo(Quantity.ofUnits(3));
        assertThat(explained.counted()).isEqualTo(2);
        assertThat(explained.movements()).hasSize(1);
        assertThat(explained.repeats()).extracting(Posted.Repeat::kind).containsOnly("duplicate");
        assertThat(shop.call(() -> explanations.explanation(paris, earl, Movement.Position.END, 1)))
                .isEmpty();
    }

    @Test
    void thePastIsReadAsItWasKnownAndAsItWas() {
        post("a", MovementType.RECEIPT, 0, change(1, london, earl, 5));
        var known = recordedOf("a");
        post("late", MovementType.SALE, -600, change(1, london, earl, -1));
        post("b", MovementType.SALE, 600, change(1, london, earl, -2));
        var key = new LevelKey(shop.tenant(), london, earl);
        assertThat(shop.call(() -> past.levelsAsRecorded(known)))
                .containsEntry(key, Quantity.ofUnits(5));
        assertThat(shop.call(() -> past.levelsAsRecorded(known.minus(Duration.ofDays(1)))))
                .isEmpty();
        assertThat(shop.call(() -> past.levelsAsHappened(Sent.NOON)))
                .containsEntry(key, Quantity.ofUnits(4));
        assertThat(shop.call(() -> past.levelsAsHappened(Sent.NOON.minusSeconds(1))))
                .containsEntry(key, Quantity.ofUnits(-1));
    }

    private Instant recordedOf(String document) {
        return shop.call(() -> walk(filter(null, null, null), 10)).stream()
                .filter(m -> m.posting().identity().externalId().equals(document))
                .findFirst()
                .orElseThrow()
                .recordedAt();
    }

    private List<Movement> walk(MovementFilter filter, int limit) {
        List<Movement> all = new ArrayList<>();
        List<Movement> page = movements.levelByLevel(filter, null, limit);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = movements.levelByLevel(filter, MovementQueries.Place.of(all.getLast()), limit);
        }
        return all;
    }

    private static MovementFilter filter(
            @Nullable LocationId location,
            @Nullable VariantId variant,
            @Nullable Set<LocationId> only) {
        return new MovementFilter(
                variant,
                location,
                only,
                Account.ON_HAND,
                null,
                MovementFilter.Clock.RECORDED,
                MovementFilter.BEGINNING,
                MovementFilter.END);
    }

    private static List<Level.Place> places(List<Level> levels) {
        return levels.stream().map(Level::place).toList();
    }

    private Outcome post(String document, MovementType type, Line... lines) {
        return post(document, type, 0, lines);
    }

    private Outcome post(String document, MovementType type, int seconds, Line... lines) {
        return Objects.requireNonNull(
                ledger.post(
                        event(
                                shop.tenant(),
                                document,
                                0,
                                type,
                                Sent.NOON.plusSeconds(seconds),
                                List.of(lines))));
    }
}
