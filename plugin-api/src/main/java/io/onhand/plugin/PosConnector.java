package io.onhand.plugin;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pf4j.ExtensionPoint;

/**
 * Understands a till or another system that tells what it sold. Onhand has checked the signature
 * before a connector sees a delivery.
 *
 * <p>An implementation has a public constructor without arguments, holds no state between calls,
 * and may be called by many threads at once. A call ends within 10 seconds. Whatever it answers is
 * a proposal: Onhand checks it, knows what it has already, and posts what is right.
 */
public interface PosConnector extends ExtensionPoint {

    /** The plugin's name, as connections name it: {@code generic}. Never changes. */
    String id();

    /** What it is, needs and may do. */
    Declaration declaration();

    /**
     * Reads a delivery. Uses no network and gives the same answer whenever it is asked.
     *
     * @param delivery a message whose signature was right
     * @param settings the connection's
     * @return {@link Outcome.Ok} with what it tells, perhaps nothing; {@link Outcome.Fail} if it
     *     cannot be read at all
     */
    Outcome<ReadDelivery> read(Delivery delivery, Map<String, String> settings);

    /**
     * Asks the vendor for documents at which messages hinted.
     *
     * @param keys at most {@link Declaration#fetchMax()}, each once
     * @return one for each key
     */
    default Outcome<List<Fetched>> fetch(List<DocumentKey> keys, Ctx ctx) {
        return new Outcome.Fail<>("not-supported", "This connector fetches nothing.");
    }

    /**
     * Asks for what changed, without a hint.
     *
     * @param cursor where the last page ended; null at first: from a little before now
     */
    default Outcome<Page<ReadItem>> poll(@Nullable String cursor, Ctx ctx) {
        return new Outcome.Ok<>(new Page<>(List.of(), "", false));
    }

    /**
     * Asks what the vendor takes its stock to be.
     *
     * @param cursor where the last page ended; null at first: all of it
     */
    default Outcome<Page<Observation>> observe(@Nullable String cursor, Ctx ctx) {
        return new Outcome.Ok<>(new Page<>(List.of(), "", false));
    }

    /**
     * Which documents may explain that the vendor's stock is not what its messages come to: those
     * of which a message may have been lost. Uses no network.
     *
     * @param differing what the vendor takes its stock to be, where that is not our number; at most
     *     {@link Declaration#fetchMax()}
     * @param since from when on messages may have been lost, ISO 8601 in UTC
     * @param settings the connection's
     */
    default List<DocumentKey> missing(
            List<Observation> differing, String since, Map<String, String> settings) {
        return List.of();
    }

    /**
     * Asks for the vendor's catalogue.
     *
     * @param cursor where the last page ended; null at first: all of it. After the last page it
     *     gives what changed since
     */
    default Outcome<Page<CatalogueItem>> catalogue(@Nullable String cursor, Ctx ctx) {
        return new Outcome.Ok<>(new Page<>(List.of(), "", false));
    }

    /** Asks for the account and its places; also tells whether the access works. */
    default Outcome<Account> account(Ctx ctx) {
        return new Outcome.Ok<>(new Account(List.of()));
    }

    /** Tells the vendor what changed here. */
    default Outcome<PushAnswer> push(Push push, Ctx ctx) {
        return new Outcome.Fail<>("not-supported", "This connector tells nothing.");
    }
}
