package io.onhand.plugins;

/**
 * Is told whether connections have access to their vendors. Called outside of transactions, for a
 * tenant that need not be open.
 */
public interface AccessWatch {

    /** The vendor lets a connection in no more, and only a person can change that. */
    void lost(Installation installation);

    /** The vendor has let a connection in. */
    void works(Installation installation);
}
