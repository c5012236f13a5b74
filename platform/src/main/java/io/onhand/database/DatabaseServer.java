package io.onhand.database;

import org.jspecify.annotations.Nullable;

/** A running database: its address and the login that owns (or will own) our objects. */
public interface DatabaseServer {

    /** The JDBC address. */
    String url();

    /**
     * The owner; absent where this program may not migrate and every other role is given by
     * settings.
     */
    @Nullable Login owner();
}
