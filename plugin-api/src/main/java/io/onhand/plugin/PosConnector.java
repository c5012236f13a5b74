package io.onhand.plugin;

/**
 * Understands a till or another system that tells what it sold. Onhand has checked the signature
 * before a connector sees a delivery.
 *
 * <p>An implementation has a public constructor without arguments, holds no state between calls,
 * and may be called by many threads at once.
 */
public interface PosConnector {

    /** The plugin's name, as connections name it: {@code generic}. Never changes. */
    String id();

    /** How the sender proves that a delivery is its own. Onhand does the checking. */
    HookSignature signature();

    /**
     * Reads a delivery. Uses no network and gives the same answer whenever it is asked, at the
     * latest after 10 seconds.
     *
     * @param delivery a message whose signature was right
     * @return {@link Outcome.Ok} with what it tells, perhaps nothing; {@link Outcome.Fail} if it
     *     cannot be read at all
     */
    Outcome<ReadDelivery> read(Delivery delivery);
}
