package io.onhand.channels;

import io.onhand.stock.SourceId;

/**
 * An installed till or channel, bound to an account.
 *
 * @param id the source of its postings; its first byte is their region
 * @param code what people and senders call it, unique in its tenant, never changed
 * @param plugin what understands it; {@link Connections#GENERIC} is built in
 * @param name 1–200 characters
 * @param namesAreOurs whether it calls every location and SKU as we do, also those made later
 */
public record Connection(
        SourceId id, String code, String plugin, String name, boolean namesAreOurs) {}
