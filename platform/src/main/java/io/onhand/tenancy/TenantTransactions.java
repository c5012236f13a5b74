package io.onhand.tenancy;

import io.onhand.database.Retry;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transactions of the current tenant, SERIALIZABLE, as {@code onhand_app}. The outermost one is
 * tried again when it lost a race, so its work must be safe to run several times: what has an
 * effect outside the database waits until it has returned.
 */
@Component
public class TenantTransactions {

    private final TransactionTemplate reading;
    private final TransactionTemplate writing;
    private final Retry retry;

    TenantTransactions(PlatformTransactionManager transactionManager, Retry retry) {
        this.reading = new TransactionTemplate(transactionManager);
        this.reading.setReadOnly(true);
        this.writing = new TransactionTemplate(transactionManager);
        this.writing.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRED);
        this.retry = retry;
    }

    /**
     * Reads; a write inside is refused by the database. Joins the transaction that runs already.
     */
    public <T> T read(Supplier<T> work) {
        return outermost(reading, work);
    }

    /** Reads and writes. Joins the transaction that runs already. */
    public <T> T write(Supplier<T> work) {
        return outermost(writing, work);
    }

    private <T> T outermost(TransactionTemplate template, Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return work.get();
        }
        return retry.call(() -> template.execute(status -> work.get()));
    }
}
