package io.onhand.tenancy;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The tenant and the act of the current work. Opened at the edge and only there: by a request, a
 * listener or a job.
 *
 * <p>A scope does not reach other threads; work handed to one opens it anew.
 */
public final class CurrentTenant {

    private static final ScopedValue<TenantId> TENANT = ScopedValue.newInstance();
    private static final ScopedValue<Act> ACT = ScopedValue.newInstance();

    private CurrentTenant() {}

    /** Runs the work for a tenant on somebody's behalf. */
    public static <T> T call(TenantId tenant, Act act, Supplier<T> work) {
        refuseInsideTransaction();
        return ScopedValue.where(TENANT, tenant).where(ACT, act).call(work::get);
    }

    /** {@link #call} for work without a result. */
    public static void run(TenantId tenant, Act act, Runnable work) {
        refuseInsideTransaction();
        ScopedValue.where(TENANT, tenant).where(ACT, act).run(work);
    }

    /** Runs reading work for a tenant on nobody's behalf; a writing transaction inside fails. */
    public static <T> T read(TenantId tenant, Supplier<T> work) {
        refuseInsideTransaction();
        return ScopedValue.where(TENANT, tenant).call(work::get);
    }

    /**
     * The tenant.
     *
     * @throws IllegalStateException when none is open: whoever calls this must stand behind an edge
     */
    public static TenantId id() {
        return find().orElseThrow(() -> new IllegalStateException("no tenant is open here"));
    }

    public static Optional<TenantId> find() {
        return TENANT.isBound() ? Optional.of(TENANT.get()) : Optional.empty();
    }

    /**
     * The act.
     *
     * @throws IllegalStateException when none is open
     */
    public static Act act() {
        return findAct().orElseThrow(() -> new IllegalStateException("no act is open here"));
    }

    public static Optional<Act> findAct() {
        return ACT.isBound() ? Optional.of(ACT.get()) : Optional.empty();
    }

    /**
     * The transaction that runs already carries its tenant in the database; another one would go
     * unnoticed there.
     */
    private static void refuseInsideTransaction() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("the tenant cannot change inside a transaction");
        }
    }
}
