package io.onhand.database;

/**
 * The logins of the program. None is superuser, none may bypass row-level security, and only the
 * owner owns anything.
 */
public enum DatabaseRole {
    /** Everything that a tenant's request, listener or job does. */
    APP(8, "TRANSACTION_SERIALIZABLE"),
    /** The lanes of the ledger, and nobody else. They lock first and run READ COMMITTED. */
    LEDGER(3, "TRANSACTION_READ_COMMITTED"),
    /** Queues, leases, sessions and the scheduler; never a business table. */
    SYSTEM(3, "TRANSACTION_SERIALIZABLE"),
    /** What finds the tenant before there is one. */
    DOOR(2, "TRANSACTION_SERIALIZABLE");

    private final int connections;
    private final String isolation;

    DatabaseRole(int connections, String isolation) {
        this.connections = connections;
        this.isolation = isolation;
    }

    /** Connections in this role's pool. */
    int connections() {
        return connections;
    }

    String isolation() {
        return isolation;
    }

    /** The name that the program gives the role when it makes it itself. */
    String defaultName() {
        return "onhand_" + word();
    }

    /** The word in settings and bean names: {@code app}, {@code ledger} … */
    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
