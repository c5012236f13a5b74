package io.onhand.stock;

import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.TenantId;
import io.onhand.tenancy.TenantTransactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What stands of the current tenant's documents, and would be taken back by a newer state. */
@Component
public class StandingQueries {

    private final JdbcTemplate app;
    private final TenantTransactions transactions;

    StandingQueries(DataSource app, TenantTransactions transactions) {
        this.app = new JdbcTemplate(app);
        this.transactions = transactions;
    }

    /** By their external ids; a document of which nothing stands is absent. */
    public Map<String, List<Standing>> of(SourceId source, Collection<String> externalIds) {
        if (externalIds.isEmpty()) {
            return Map.of();
        }
        ConnectionCallback<Map<String, List<Standing>>> read =
                connection -> read(connection, source, externalIds);
        return Optional.ofNullable(transactions.read(() -> app.execute(read))).orElse(Map.of());
    }

    private static Map<String, List<Standing>> read(
            Connection connection, SourceId source, Collection<String> externalIds)
            throws SQLException {
        TenantId tenant = CurrentTenant.id();
        Map<Documents.Key, String> documents = new HashMap<>();
        Map<Documents.Key, Entry.Key> firsts = new HashMap<>();
        for (String externalId : externalIds) {
            var first = new Identity(source, externalId, 0);
            var document = new Documents.Key(tenant, first.documentId());
            documents.put(document, externalId);
            firsts.put(document, new Entry.Key(tenant, first.postingId()));
        }
        var lines = new DocumentStatements(connection).standing(documents.keySet(), firsts);
        Map<String, List<Standing>> standing = new HashMap<>();
        documents.forEach(
                (document, externalId) -> {
                    List<Standing> here = onHand(lines.getOrDefault(document, List.of()));
                    if (!here.isEmpty()) {
                        standing.put(externalId, here);
                    }
                });
        return standing;
    }

    private static List<Standing> onHand(List<StandingLine> lines) {
        return lines.stream()
                .filter(line -> line.stands() && line.account() == Account.ON_HAND)
                .map(Standing::of)
                .toList();
    }
}
