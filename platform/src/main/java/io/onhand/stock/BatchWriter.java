package io.onhand.stock;

import java.util.List;

/** What a lane hands its batches to. */
@FunctionalInterface
interface BatchWriter {

    /**
     * Posts a batch in one transaction.
     *
     * @param batch of any tenants, in the order of arrival
     * @return the outcome of each posting, at its place
     * @throws LedgerUnavailable when nothing was posted
     */
    List<Outcome> post(List<Posting> batch);
}
