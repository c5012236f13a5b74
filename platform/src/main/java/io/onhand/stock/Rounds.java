package io.onhand.stock;

import io.onhand.tenancy.TenantId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A batch in as many transactions as it needs, because what one event of a document changes is seen
 * by the next only when it is committed. A reversal is an event of the document that it reverses.
 */
final class Rounds {

    private Rounds() {}

    private record Document(TenantId tenant, SourceId source, String externalId) {

        static Document of(Posting posting) {
            Identity reversed = posting.reverses();
            Identity identity = reversed == null ? posting.identity() : reversed;
            return new Document(posting.tenant(), identity.source(), identity.externalId());
        }
    }

    /** Places in the batch, transaction by transaction; copies of one posting may be together. */
    static List<List<Integer>> of(List<Posting> batch) {
        List<List<Integer>> rounds = new ArrayList<>();
        List<Integer> rest = new ArrayList<>();
        for (int place = 0; place < batch.size(); place++) {
            rest.add(place);
        }
        while (!rest.isEmpty()) {
            List<Integer> round = new ArrayList<>();
            List<Integer> later = new ArrayList<>();
            Map<Document, Identity> events = new HashMap<>();
            for (int place : rest) {
                Posting posting = batch.get(place);
                Identity event = posting.identity();
                Identity first = events.putIfAbsent(Document.of(posting), event);
                (first == null || first.equals(event) ? round : later).add(place);
            }
            rounds.add(round);
            rest = later;
        }
        return rounds;
    }
}
