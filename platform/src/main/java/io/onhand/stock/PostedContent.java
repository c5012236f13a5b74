package io.onhand.stock;

/**
 * What the ledger has under an identity.
 *
 * @param content what was sent
 * @param superseded whether it is only a place, so that a revision which came too late is stale
 */
public record PostedContent(PostingId posting, ContentHash content, boolean superseded) {}
