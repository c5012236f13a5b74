package io.onhand.stock;

import io.onhand.leases.Jobs;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.TenantId;
import io.onhand.tenancy.Tenants;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Releases promises whose time ran out, within 10 seconds. Every program does it: the posting's
 * identity is that of the expiry, so it is posted once whoever comes first. Who asks for a promise
 * does not wait for this: a batch releases what ran out on its levels itself.
 */
@Component
class ReservationExpiry {

    /** Lines of one tenant that are released at once; the rest follows. */
    static final int LINES_PER_STEP_MAX = 500;

    private static final Logger log = LoggerFactory.getLogger(ReservationExpiry.class);
    private static final Duration EVERY = Duration.ofSeconds(4);

    private final ReservationQueries queries;
    private final StockLedger ledger;
    private final Tenants tenants;
    private final BusinessClock clock;

    ReservationExpiry(
            ReservationQueries queries,
            StockLedger ledger,
            Tenants tenants,
            BusinessClock clock,
            Jobs jobs) {
        this.queries = queries;
        this.ledger = ledger;
        this.tenants = tenants;
        this.clock = clock;
        jobs.every(EVERY, "reservation-expiry", this::run);
    }

    private void run() {
        for (TenantId tenant : tenants.all()) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            CurrentTenant.read(tenant, () -> release(tenant));
        }
    }

    /** Releases what ran out of one tenant; how many lines. */
    int release(TenantId tenant) {
        int released = 0;
        int step;
        do {
            List<ReservationQueries.Due> due = queries.due(clock.now(), LINES_PER_STEP_MAX);
            step = posted(tenant, due.stream().map(line -> expiry(tenant, line)).toList());
            released += step;
        } while (step == LINES_PER_STEP_MAX);
        return released;
    }

    private int posted(TenantId tenant, List<Posting> postings) {
        try {
            ledger.submit(postings).forEach(CompletableFuture::join);
            return postings.size();
        } catch (QueueFull | CompletionException e) {
            log.warn("Reservations of {} stay until the next run", tenant, e);
            return 0;
        }
    }

    private static Posting expiry(TenantId tenant, ReservationQueries.Due due) {
        var level = new LevelKey(tenant, due.location(), due.variant());
        return Release.expiry(due.reservation(), level, due.expiresAt());
    }
}
