package io.onhand.stock;

import io.onhand.database.Retry;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transactions of the current tenant that move stock: READ COMMITTED, because they lock first and
 * read what they locked. What is read unlocked in them may be old. Whoever opens one locks its
 * document's row first, and posts once, last, with {@link StockLedger#postHere}.
 */
@Component
public class StockTransactions {

    private static final Object POSTED = new Object();

    private final TransactionTemplate template;
    private final Retry retry;
    private final ApplicationEventPublisher events;

    StockTransactions(
            PlatformTransactionManager transactions,
            Retry retry,
            ApplicationEventPublisher events) {
        this.events = events;
        this.template = new TransactionTemplate(transactions);
        this.template.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        this.retry = retry;
    }

    /**
     * Runs the work in a transaction of its own; again, when the database gave it up for another
     * one's sake. So it must be safe to run several times.
     *
     * @throws IllegalStateException inside another transaction
     */
    public <T> T write(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("stock moves in a transaction of its own");
        }
        var moved = new AtomicReference<>(LevelsMoved.NONE);
        T done =
                retry.call(
                        () ->
                                template.execute(
                                        status -> {
                                            T result = work.get();
                                            moved.set(moved());
                                            return result;
                                        }));
        events.publishEvent(moved.get());
        return done;
    }

    private static LevelsMoved moved() {
        return TransactionSynchronizationManager.getResource(POSTED) instanceof LevelsMoved moved
                ? moved
                : LevelsMoved.NONE;
    }

    /** Notes what the running transaction has posted, to be published when it has committed. */
    static void note(List<Outcome> outcomes) {
        TransactionSynchronizationManager.unbindResource(POSTED);
        TransactionSynchronizationManager.bindResource(POSTED, LevelsMoved.by(outcomes));
    }

    /** Notes that the running transaction has posted. */
    static void takeTheOnePosting() {
        Integer isolation = TransactionSynchronizationManager.getCurrentTransactionIsolationLevel();
        if (isolation == null || isolation != Connection.TRANSACTION_READ_COMMITTED) {
            throw new IllegalStateException("stock is posted in StockTransactions only");
        }
        if (TransactionSynchronizationManager.hasResource(POSTED)) {
            throw new IllegalStateException("a transaction posts once, with all its postings");
        }
        TransactionSynchronizationManager.bindResource(POSTED, POSTED);
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCompletion(int status) {
                        TransactionSynchronizationManager.unbindResource(POSTED);
                    }
                });
    }
}
