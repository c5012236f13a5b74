package io.onhand.channels;

import io.onhand.stock.PostedContent;
import io.onhand.stock.PostedContentQueries;
import io.onhand.stock.PostingId;
import io.onhand.tenancy.TenantTransactions;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Finds what a program posted of a delivery before it died. That is no repeat: it was told once,
 * and only its outcome was not noted.
 */
@Component
class PostedBefore {

    private final PostedContentQueries posted;
    private final TenantTransactions transactions;

    PostedBefore(PostedContentQueries posted, TenantTransactions transactions) {
        this.posted = posted;
        this.transactions = transactions;
    }

    /** The results of those that their own delivery posted, by their place. */
    Map<Integer, EventResult> of(Intake intake, List<Arrived> arrived) {
        List<PostingId> ids =
                arrived.stream()
                        .filter(one -> one.delivery() != null)
                        .map(one -> intake.identity(one.event()).postingId())
                        .toList();
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<PostingId, PostedContent> known = transactions.read(() -> posted.of(ids));
        Map<Integer, EventResult> results = new TreeMap<>();
        Set<PostingId> seen = new HashSet<>();
        for (int i = 0; i < arrived.size(); i++) {
            Arrived one = arrived.get(i);
            PostedContent there = known.get(intake.identity(one.event()).postingId());
            if (there != null
                    && one.delivery() != null
                    && isOf(there, one)
                    && seen.add(there.posting())) {
                results.put(
                        i,
                        EventResult.of(one.event(), EventOutcome.APPLIED).posted(there.posting()));
            }
        }
        return results;
    }

    private static boolean isOf(PostedContent there, Arrived one) {
        return Objects.equals(there.delivery(), one.delivery())
                && !there.superseded()
                && there.content().equals(EventContent.hash(one.event()));
    }
}
