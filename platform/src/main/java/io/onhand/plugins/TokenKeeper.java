package io.onhand.plugins;

import java.util.Map;

/** Keeps the tokens with which a connection asks its vendor, where its other secrets are. */
public interface TokenKeeper {

    /**
     * Puts secrets and settings in the place of those of the same names. Needs an act; must not run
     * inside a transaction.
     */
    void keep(Installation installation, Map<String, String> secrets, Map<String, String> settings);
}
