package io.onhand.stock;

/**
 * A lane of this program has committed a batch: what it did stands in the outbox. Only a hint to
 * look there now; what other programs post is not told, so whoever listens looks by itself, too.
 *
 * @param postings how many were in it
 */
public record BatchPosted(int postings) {}
