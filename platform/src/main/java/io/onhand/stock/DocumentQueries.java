package io.onhand.stock;

import io.onhand.locations.LocationId;
import io.onhand.tenancy.TenantTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The current tenant's documents: what their sources told of them so far. */
@Component
public class DocumentQueries {

    private static final Set<String> NO_FACTS = Set.of("superseded", "void");

    private final JdbcClient app;
    private final TenantTransactions transactions;

    DocumentQueries(JdbcClient app, TenantTransactions transactions) {
        this.app = app;
        this.transactions = transactions;
    }

    /** What is known of these documents of a source, each by its external id. */
    public Map<String, PostedDocument> of(SourceId source, Collection<String> externalIds) {
        Map<String, Identity> firsts =
                externalIds.stream()
                        .distinct()
                        .collect(Collectors.toMap(id -> id, id -> new Identity(source, id, 0)));
        return transactions.read(() -> read(firsts));
    }

    private Map<String, PostedDocument> read(Map<String, Identity> firsts) {
        Set<UUID> ids =
                firsts.values().stream().map(Identity::documentId).collect(Collectors.toSet());
        Map<UUID, Long> revisions = revisions(ids);
        Map<UUID, Set<LocationId>> places = places(ids);
        Map<UUID, Head> heads =
                heads(
                        firsts.values().stream()
                                .flatMap(first -> Stream.of(first, last(first, revisions)))
                                .map(identity -> identity.postingId().value())
                                .collect(Collectors.toSet()));
        return firsts.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                entry ->
                                        document(
                                                heads.get(entry.getValue().postingId().value()),
                                                last(entry.getValue(), revisions),
                                                heads,
                                                places)));
    }

    private static PostedDocument document(
            @Nullable Head first,
            Identity last,
            Map<UUID, Head> heads,
            Map<UUID, Set<LocationId>> places) {
        Set<LocationId> locations = new HashSet<>(places.getOrDefault(last.documentId(), Set.of()));
        if (first != null) {
            locations.addAll(first.locations());
        }
        Head standing = heads.get(last.postingId().value());
        String type =
                standing == null || NO_FACTS.contains(standing.type()) ? null : standing.type();
        return new PostedDocument(last.revision(), type, locations);
    }

    private static Identity last(Identity first, Map<UUID, Long> revisions) {
        return first.withRevision(revisions.getOrDefault(first.documentId(), 0L));
    }

    private Map<UUID, Long> revisions(Collection<UUID> documents) {
        return app
                .sql(
                        """
                        select document_id, revision
                        from stock_document where document_id = any(:ids)
                        """)
                .param("ids", documents.toArray(UUID[]::new))
                .query(
                        (row, number) ->
                                Map.entry(
                                        row.getObject("document_id", UUID.class),
                                        row.getLong("revision")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<UUID, Set<LocationId>> places(Collection<UUID> documents) {
        return app
                .sql(
                        """
                        select document_id, location_id
                        from stock_document_line where document_id = any(:ids)
                        """)
                .param("ids", documents.toArray(UUID[]::new))
                .query(
                        (row, number) ->
                                Map.entry(
                                        row.getObject("document_id", UUID.class),
                                        new LocationId(row.getObject("location_id", UUID.class))))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }

    private record Head(UUID posting, String type, List<LocationId> locations) {}

    private Map<UUID, Head> heads(Collection<UUID> postings) {
        return app
                .sql(
                        """
                        select posting_id, type, location_ids
                        from stock_posting where posting_id = any(:ids)
                        """)
                .param("ids", postings.toArray(UUID[]::new))
                .query(DocumentQueries::head)
                .list()
                .stream()
                .collect(Collectors.toMap(Head::posting, head -> head));
    }

    private static Head head(ResultSet row, int number) throws SQLException {
        UUID[] locations = (UUID[]) row.getArray("location_ids").getArray();
        return new Head(
                row.getObject("posting_id", UUID.class),
                row.getString("type"),
                Arrays.stream(locations).map(LocationId::new).toList());
    }
}
