package io.onhand.stock;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger has under an identity.
 *
 * @param content what was sent
 * @param superseded whether it is only a place, so that a revision which came too late is stale
 * @param delivery the raw message that it came in
 */
public record PostedContent(
        PostingId posting, ContentHash content, boolean superseded, @Nullable UUID delivery) {}
