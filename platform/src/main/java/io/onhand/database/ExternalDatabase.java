package io.onhand.database;

import org.jspecify.annotations.Nullable;

/** A database that somebody else runs. */
record ExternalDatabase(String url, @Nullable Login owner) implements DatabaseServer {}
