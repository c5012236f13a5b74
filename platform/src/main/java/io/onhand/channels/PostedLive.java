package io.onhand.channels;

import io.onhand.stock.DocumentQueries;
import io.onhand.stock.PostedContent;
import io.onhand.stock.PostedContentQueries;
import io.onhand.stock.PostedDocument;
import io.onhand.stock.PostingId;
import io.onhand.stock.Standing;
import io.onhand.stock.StandingQueries;
import io.onhand.tenancy.TenantTransactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds what the ledger has already of the documents of an observed connection: it was live before.
 */
@Component
class PostedLive {

    private final PostedContentQueries posted;
    private final DocumentQueries documents;
    private final StandingQueries standing;
    private final TenantTransactions transactions;

    PostedLive(
            PostedContentQueries posted,
            DocumentQueries documents,
            StandingQueries standing,
            TenantTransactions transactions) {
        this.posted = posted;
        this.documents = documents;
        this.standing = standing;
        this.transactions = transactions;
    }

    /** What an event would find in the ledger. */
    sealed interface Found {

        /** Itself, or a newer state of its document: it would move nothing. */
        record Known() implements Found {}

        /** Another content under its identity: it would wait for a person. */
        record Taken() implements Found {}

        /** An older state of its document, or nothing; what stands of it would be taken back. */
        record Older(List<Standing> lines) implements Found {}
    }

    /** For each event, in order. */
    List<Found> of(Intake intake, List<SourceEvent> events) {
        if (events.isEmpty()) {
            return List.of();
        }
        List<PostingId> ids =
                events.stream().map(event -> intake.identity(event).postingId()).toList();
        List<String> externalIds = events.stream().map(SourceEvent::externalId).toList();
        return transactions.read(
                () -> {
                    var source = intake.connection().id();
                    Map<PostingId, PostedContent> known = posted.of(ids);
                    Map<String, PostedDocument> newest = documents.of(source, externalIds);
                    Map<String, List<Standing>> lines = standing.of(source, externalIds);
                    List<Found> found = new ArrayList<>();
                    for (int i = 0; i < events.size(); i++) {
                        String externalId = externalIds.get(i);
                        found.add(
                                found(
                                        events.get(i),
                                        known.get(ids.get(i)),
                                        newest.get(externalId),
                                        lines.getOrDefault(externalId, List.of())));
                    }
                    return found;
                });
    }

    private static Found found(
            SourceEvent event,
            @Nullable PostedContent same,
            @Nullable PostedDocument newest,
            List<Standing> lines) {
        if (same != null
                && !same.superseded()
                && !same.content().equals(EventContent.hash(event))) {
            return new Found.Taken();
        }
        boolean stale = newest != null && newest.revision() > event.revision();
        return same != null || stale ? new Found.Known() : new Found.Older(lines);
    }
}
