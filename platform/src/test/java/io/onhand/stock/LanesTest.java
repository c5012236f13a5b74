package io.onhand.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.onhand.locations.LocationId;
import io.onhand.tenancy.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import onhand.testing.Sent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** The lanes over a ledger of paper: what they hand on, in which order, and what comes back. */
class LanesTest {

    private final TenantId tenant = Sent.tenant();
    private final LocationId shop = Sent.location();
    private final Paper paper = new Paper();
    private final Lanes lanes =
            new Lanes(
                    paper,
                    new LedgerSettings(2),
                    new LaneMeters(
                            new StaticListableBeanFactory().getBeanProvider(MeterRegistry.class)),
                    event -> {});
    private final StockLedger ledger =
            new StockLedger(
                    lanes,
                    new PostingHere(
                            new HikariDataSource(),
                            new BatchPosting(() -> Instant.EPOCH, () -> Instant.EPOCH)),
                    event -> {});

    /** Notes the batches; opens when told to. */
    private static final class Paper implements BatchWriter {
        private final CountDownLatch gate = new CountDownLatch(1);
        private final CountDownLatch reached = new CountDownLatch(1);
        private final List<List<Posting>> batches = new ArrayList<>();
        private final PostingId id = new PostingId(Sent.tenant().value());

        @Override
        public List<Outcome> post(List<Posting> batch) {
            reached.countDown();
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            synchronized (batches) {
                batches.add(batch);
            }
            if (batch.stream().anyMatch(p -> p.identity().externalId().startsWith("poison"))) {
                throw new LedgerUnavailable("no", new IllegalStateException());
            }
            return batch.stream()
                    .map(posting -> (Outcome) new Outcome.Duplicate(id, posting.cause()))
                    .toList();
        }
    }

    @AfterEach
    void stop() {
        paper.gate.countDown();
        lanes.stop();
    }

    @Test
    void aRequestThatDoesNotFitLeavesNothingBehind() {
        lanes.start();
        ledger.submit(sales("a", 19_990));
        assertThatThrownBy(() -> ledger.submit(sales("b", 11))).isInstanceOf(QueueFull.class);
        var fits = ledger.submit(sales("c", 10));
        assertThat(ledger.submit(List.of(Sent.sale(Sent.tenant(), shop, "d", 1)))).hasSize(1);
        paper.gate.countDown();
        CompletableFuture.allOf(fits.toArray(CompletableFuture[]::new)).join();
        assertThat(posted()).noneMatch(document -> document.startsWith("b"));
    }

    @Test
    void aRequestLargerThanTheQueueIsTakenWhenNothingElseWaits() {
        paper.gate.countDown();
        lanes.start();
        assertThat(ledger.submit(sales("a", 20_001))).hasSize(20_001).allSatisfy(o -> o.join());
    }

    @Test
    void eventsOfOneDocumentAreNeverInOneBatchAndKeepTheirOrder() {
        lanes.start();
        List<Posting> request = new ArrayList<>();
        for (int revision = 0; revision < 5; revision++) {
            request.add(revision("order", revision));
            request.add(Sent.sale(tenant, shop, "other " + revision, 1));
        }
        var outcomes = ledger.submit(request);
        var later = ledger.submit(List.of(revision("order", 5)));
        paper.gate.countDown();
        outcomes.forEach(CompletableFuture::join);
        later.getFirst().join();
        assertThat(paper.batches)
                .allMatch(batch -> batch.stream().filter(p -> isOrder(p)).count() <= 1);
        assertThat(paper.batches.stream().flatMap(List::stream).filter(p -> isOrder(p)))
                .extracting(posting -> posting.identity().revision())
                .containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void aFailedBatchFailsItsPostingsAndWhatFollowsThemAndTheLaneGoesOn() {
        lanes.start();
        var failed = ledger.submit(List.of(revision("poison", 0), revision("poison", 1)));
        paper.gate.countDown();
        assertThat(failed)
                .allSatisfy(
                        outcome ->
                                assertThatThrownBy(outcome::join)
                                        .isInstanceOf(CompletionException.class)
                                        .hasCauseInstanceOf(LedgerUnavailable.class));
        assertThatThrownBy(() -> ledger.post(Sent.sale(tenant, shop, "poison too", 1)))
                .isInstanceOf(LedgerUnavailable.class);
        assertThat(ledger.post(Sent.sale(tenant, shop, "good", 1)))
                .isInstanceOf(Outcome.Duplicate.class);
    }

    @Test
    void aStoppingProgramPostsWhatItLetInAndTakesNoMore() throws Exception {
        lanes.start();
        var outcomes = ledger.submit(sales("a", 3_000));
        assertThat(paper.reached.await(60, TimeUnit.SECONDS)).isTrue();
        var stopped = CompletableFuture.runAsync(lanes::stop);
        paper.gate.countDown();
        stopped.join();
        assertThat(outcomes).allMatch(outcome -> outcome.isDone());
        assertThat(posted()).hasSize(3_000);
        assertThatThrownBy(() -> ledger.submit(sales("b", 1)))
                .isInstanceOf(LedgerUnavailable.class)
                .hasMessageContaining("stopping");
        lanes.start();
        assertThat(ledger.post(Sent.sale(tenant, shop, "again", 1))).isNotNull();
    }

    private Posting revision(String document, int revision) {
        return Sent.event(
                tenant,
                document,
                revision,
                MovementType.SALE,
                Sent.NOON,
                List.of(Sent.change(1, Sent.location(), Sent.variant(), -1)));
    }

    private static boolean isOrder(Posting posting) {
        return posting.identity().externalId().equals("order");
    }

    private List<Posting> sales(String prefix, int postings) {
        return IntStream.range(0, postings)
                .mapToObj(i -> Sent.sale(tenant, Sent.location(), prefix + i, 1))
                .toList();
    }

    private List<String> posted() {
        synchronized (paper.batches) {
            return paper.batches.stream()
                    .flatMap(List::stream)
                    .map(posting -> posting.identity().externalId())
                    .toList();
        }
    }
}
