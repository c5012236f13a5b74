package io.onhand.channels;

/** What became of the wish to make a connection. */
public sealed interface ConnectionCreation {

    /** It is there now. */
    record Created(ConnectionDetails connection) implements ConnectionCreation {}

    /** The code is taken; nothing was changed. */
    record AlreadyExists(Connection connection) implements ConnectionCreation {}
}
