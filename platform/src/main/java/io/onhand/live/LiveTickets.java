package io.onhand.live;

import io.onhand.tenancy.Act;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.MachineClock;
import io.onhand.tenancy.TenantTransactions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
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
    private final SecureRandom random = new SecureRandom();

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
        var secret = new byte[BYTES];
        random.nextBytes(secret);
        String text = "lt_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        var now = clock.now();
        var expiresAt = now.plus(GOOD_FOR);
        transactions.write(
                () -> {
                    statements.deleteExpired(now.minus(GOOD_FOR));
                    statements.insert(hash(text), pass, expiresAt);
                    return text;
                });
        return new Ticket(text, expiresAt);
    }

    /** Uses a ticket up: of two who show it, one is let in. No tenant need be open. */
    public Optional<Pass> redeem(String text) {
        if (text.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        byte[] hash = hash(text);
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

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
