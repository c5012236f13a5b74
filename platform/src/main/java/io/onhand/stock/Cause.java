package io.onhand.stock;

/**
 * What a posting belongs to, opaque to the ledger: a source event, an adjustment, a transfer.
 *
 * @param type the kind, at most 24 characters
 * @param id its id in the module that owns it, at most 200 characters
 */
public record Cause(String type, String id) {}
