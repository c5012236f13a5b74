package io.onhand.plugins;

import java.util.Optional;

/** Where the secrets of connections are kept; the broker alone asks for them. */
public interface Vault {

    /** A secret of an installation's connection. Must not run inside a transaction. */
    Optional<String> secret(Installation installation, String name);
}
