package onhand.plugins.square.standin;

/** What the stand-in keeps, each kind by id. */
enum Table {
    LOCATIONS,
    OBJECTS,
    ORDERS,
    /** Physical counts and adjustments: never changed, never removed. */
    CHANGES,
    /** Idempotency keys with what was asked and answered. */
    KEYS,
    /** Webhooks that still have to arrive. */
    HOOKS,
    /** What was done at the till while it had no network. */
    WAITING,
    STATE
}
