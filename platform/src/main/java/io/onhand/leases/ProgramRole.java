package io.onhand.leases;

/** A kind of work that a program does. */
public enum ProgramRole {
    /** Answers people, tills and scripts. */
    WEB,

    /** Drains, relays and periodic jobs. */
    WORKER,

    /** Runs plugins. */
    PLUGINS
}
