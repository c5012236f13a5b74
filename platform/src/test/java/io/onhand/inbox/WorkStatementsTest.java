package io.onhand.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.stock.SourceId;
import io.onhand.tenancy.Region;
import io.onhand.tenancy.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import onhand.testing.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Leases of documents that are due when no drain of this program looks yet. */
@PlatformTest
class WorkStatementsTest {

    private static final Instant DUE = Instant.parse("2199-01-01T00:00:00Z");
    private static final Duration LEASE = Duration.ofSeconds(20);
    private static final int MANY = 1_000;

    @Autowired WorkStatements statements;

    private final TenantId tenant = new TenantId(Region.HOME.newId());
    private final SourceId till = new SourceId(Region.HOME.newId());

    @Test
    void howeverManyDeliveriesTellOfADocumentOneProgramHasIt() {
        statements.addDocuments(List.of(told("S-1"), told("S-2")));
        List<Work> first = lease(DUE);
        statements.addDocuments(List.of(told("S-1")));
        assertThat(first).hasSize(2);
        assertThat(lease(DUE)).as("while it is leased").isEmpty();

        statements.finish(first, DUE);

        assertThat(lease(DUE)).as("what came meanwhile").hasSize(1);
    }

    @Test
    void whoLostALeaseHoldsNothingAndEndsNothing() {
        statements.addDocuments(List.of(told("S-3")));
        List<Work> lost = lease(DUE);
        Instant later = DUE.plus(LEASE).plusSeconds(1);
        List<Work> taken = lease(later);
        assertThat(taken).hasSize(1);
        assertThat(statements.held(lost)).isEmpty();
        statements.finish(lost, later);
        assertThat(statements.held(taken)).hasSize(1);
    }

    @Test
    void workThatIsPutOffIsNotForgivenItsFailures() {
        statements.addDocuments(List.of(told("S-4")));
        statements.again(lease(DUE), DUE, DUE);
        statements.later(lease(DUE), DUE);
        List<Work> third = lease(DUE);
        assertThat(third).extracting(Work::attempts).containsExactly(1);
        statements.addDocuments(List.of(told("S-4")));
        statements.finish(third, DUE);
        assertThat(lease(DUE)).as("other work").extracting(Work::attempts).containsExactly(0);
    }

    @Test
    void whatAVendorWantsToBeAskedLaterNoMessageMakesDueSooner() {
        statements.addDocuments(List.of(told("S-5")));
        Instant later = DUE.plusSeconds(60);
        statements.again(lease(DUE), later, later);

        statements.addDocuments(List.of(told("S-5")));

        assertThat(lease(later.minusSeconds(1))).isEmpty();
        assertThat(lease(later)).hasSize(1);
    }

    private Work told(String document) {
        return new Work(
                Work.ofDocument(till, document), Work.Kind.POST, tenant, till, DUE, 0, 1, 0);
    }

    private List<Work> lease(Instant now) {
        var wish = new WorkStatements.Wish(Work.Kind.POST, Set.of(), MANY, MANY);
        return statements.lease(wish, now, now.plus(LEASE)).stream()
                .filter(work -> work.connection().equals(till))
                .toList();
    }
}
