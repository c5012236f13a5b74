package io.onhand.live;

import io.onhand.secrets.Secrets;
import io.onhand.tenancy.Act;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.MachineClock;
import io.onhand.tenancy.TenantTransactions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Tickets for clients that can send no header with their handshake. A ticket is good once, for half
 * a minute, on any program; only its hash is kept.
 */
@Component
public class LiveTickets {

    /** How long a ticket may be used. */
    public static final Duration GOOD_FOR = Duration.ofSeconds(30);

    private static final int BYTES = 24;
    private static final int LENGTH_MAX = 64;

    private final LiveTicketStatements statements;
    private final LiveTicketDirectoryQueries directory;
    private final TenantTransactions transactions;
    private final MachineClock clock;

    LiveTickets(
            LiveTicketStatements statements,
            LiveTicketDirectoryQueries directory,
            TenantTransactions transactions,
            MachineClock clock) {
        this.statements = statements;
        this.directory = directory;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * A new ticket.
     *
     * @param text what the client shows
     * @param expiresAt until when
     */
    public record Ticket(String text, Instant expiresAt) {}

    /** Makes a ticket of the current tenant. */
    public Ticket make(Pass pass) {
        String text = "lt_" + Secrets.random(BYTES);
        var now = clock.now();
        var expiresAt = now.plus(GOOD_FOR);
        transactions.write(
                () -> {
                    statements.deleteExpired(now.minus(GOOD_FOR));
                    statements.insert(Secrets.sha256(text), pass, expiresAt);
                    return text;
                });
        return new Ticket(text, expiresAt);
    }

    /** Uses a ticket up: of two who show it, one is let in. No tenant need be open. */
    public Optional<Pass> redeem(String text) {
        if (text.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        byte[] hash = Secrets.sha256(text);
        return directory
                .tenantOf(hash)
                .flatMap(
                        tenant ->
                                CurrentTenant.call(
                                        tenant,
                                        Act.ofJob("live-ticket", tenant.toString()),
                                        () ->
                                                transactions.write(
                                                        () -> statements.take(hash, clock.now()))));
    }
}
