package io.onhand.sync;

import io.onhand.channels.Connection;
import io.onhand.inbox.PulledItems;
import io.onhand.plugin.Outcome;
import io.onhand.plugin.Page;
import io.onhand.plugin.ReadItem;
import io.onhand.plugins.PluginRunner;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.TenantTransactions;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks a vendor for what no message told. Where to go on is noted together with what was found, so
 * that nothing is passed over, whenever a program dies.
 */
@Component
class Polling {

    /** Pages of one turn; what is left is asked for in the next. */
    static final int PAGES_MAX = 500;

    static final int CURSOR_LENGTH_MAX = 4_000;

    private static final String CURSOR_REFUSED = "invalid-cursor";
    private static final Duration ROOM_PAUSE = Duration.ofSeconds(10);

    private final PluginRunner plugins;
    private final PulledItems inbox;
    private final ConnectionStandQueries stands;
    private final ConnectionStandStatements statements;
    private final TenantTransactions transactions;
    private final BusinessClock clock;

    Polling(
            PluginRunner plugins,
            PulledItems inbox,
            ConnectionStandQueries stands,
            ConnectionStandStatements statements,
            TenantTransactions transactions,
            BusinessClock clock) {
        this.plugins = plugins;
        this.inbox = inbox;
        this.stands = stands;
        this.statements = statements;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Asks until there is no more. */
    Ended poll(Connection connection, Hold hold) {
        for (int pages = 0; pages < PAGES_MAX; pages++) {
            if (!hold.keep()) {
                return Ended.LOST;
            }
            if (!inbox.hasRoom()) {
                return new Ended.Failed("Too much waits to be posted.", ROOM_PAUSE);
            }
            String cursor =
                    stands.way(connection.id()).map(ConnectionStandQueries.Way::poll).orElse(null);
            Outcome<Page<ReadItem>> answer = plugins.poll(connection.installation(), cursor);
            if (!(answer instanceof Outcome.Ok<Page<ReadItem>>(var page))) {
                return failed(connection, cursor, answer);
            }
            if (!isUsable(cursor, page)) {
                return new Ended.Failed("The plugin does not say where to go on.", Duration.ZERO);
            }
            if (!keep(connection, cursor, page)) {
                return Ended.LOST;
            }
            if (!page.more()) {
                break;
            }
        }
        return Ended.WELL;
    }

    static boolean isUsable(@Nullable String before, Page<?> page) {
        return page.cursor().length() <= CURSOR_LENGTH_MAX
                && !(page.more() && page.cursor().equals(before));
    }

    private boolean keep(Connection connection, @Nullable String before, Page<ReadItem> page) {
        boolean kept =
                transactions.write(
                        () -> {
                            if (!statements.pollCursor(connection.id(), before, page.cursor())) {
                                return false;
                            }
                            inbox.keep(connection, page.items());
                            if (!page.more()) {
                                statements.polled(connection.id(), clock.now());
                            }
                            return true;
                        });
        inbox.wake();
        return kept;
    }

    /** A cursor that the vendor knows no more is forgotten; the next turn begins anew. */
    private Ended failed(Connection connection, @Nullable String cursor, Outcome<?> answer) {
        if (cursor != null
                && answer instanceof Outcome.Fail<?>(var code, _)
                && code.equals(CURSOR_REFUSED)) {
            transactions.write(
                    () -> {
                        statements.forgetPollCursor(connection.id(), cursor);
                        return cursor;
                    });
        }
        return Ended.of(answer);
    }
}
