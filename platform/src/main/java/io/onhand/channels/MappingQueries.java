package io.onhand.channels;

import io.onhand.catalog.VariantId;
import io.onhand.locations.LocationId;
import io.onhand.stock.SourceId;
import io.onhand.tenancy.TenantTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What connections call our places and items; always as it is now. */
@Component
class MappingQueries {

    private final JdbcClient app;
    private final TenantTransactions transactions;

    MappingQueries(JdbcClient app, TenantTransactions transactions) {
        this.app = app;
        this.transactions = transactions;
    }

    /** The places of these names; a name that is not mapped is absent. */
    Map<String, LocationId> locations(SourceId connection, Collection<String> externals) {
        if (externals.isEmpty()) {
            return Map.of();
        }
        return transactions.read(
                () ->
                        app
                                .sql(
                                        """
                                        select external, location_id from connection_location
                                        where connection_id = :connection
                                            and external = any(:externals)
                                        """)
                                .param("connection", connection.value())
                                .param("externals", externals.toArray(String[]::new))
                                .query(
                                        (row, number) ->
                                                Map.entry(
                                                        row.getString("external"),
                                                        new LocationId(
                                                                row.getObject(
                                                                        "location_id",
                                                                        UUID.class))))
                                .list()
                                .stream()
                                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** The items of these names; a name that is not mapped is absent. */
    Map<String, VariantId> variants(SourceId connection, Collection<String> externals) {
        if (externals.isEmpty()) {
            return Map.of();
        }
        return transactions.read(
                () ->
                        app
                                .sql(
                                        """
                                        select external, variant_id from connection_variant
                                        where connection_id = :connection
                                            and external = any(:externals)
                                        """)
                                .param("connection", connection.value())
                                .param("externals", externals.toArray(String[]::new))
                                .query(
                                        (row, number) ->
                                                Map.entry(
                                                        row.getString("external"),
                                                        new VariantId(
                                                                row.getObject(
                                                                        "variant_id", UUID.class))))
                                .list()
                                .stream()
                                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** All places that a connection names. Runs inside the caller's transaction. */
    Map<String, LocationId> allLocations(SourceId connection) {
        return app
                .sql(
                        """
                        select external, location_id from connection_location
                        where connection_id = :connection
                        """)
                .param("connection", connection.value())
                .query(
                        (row, number) ->
                                Map.entry(
                                        row.getString("external"),
                                        new LocationId(row.getObject("location_id", UUID.class))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What a connection calls these places. Runs inside the caller's transaction. */
    Map<LocationId, List<String>> locationsThere(
            SourceId connection, Collection<LocationId> locations) {
        return app
                .sql(
                        """
                        select location_id as ours, external from connection_location
                        where connection_id = :connection and location_id = any(:ours)
                        order by external
                        """)
                .param("connection", connection.value())
                .param("ours", locations.stream().map(LocationId::value).toArray(UUID[]::new))
                .query(MappingQueries::there)
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                there -> new LocationId(there.ours()),
                                Collectors.mapping(There::external, Collectors.toList())));
    }

    /** What a connection calls these items. Runs inside the caller's transaction. */
    Map<VariantId, List<String>> variantsThere(
            SourceId connection, Collection<VariantId> variants) {
        return app
                .sql(
                        """
                        select variant_id as ours, external from connection_variant
                        where connection_id = :connection and variant_id = any(:ours)
                        order by external
                        """)
                .param("connection", connection.value())
                .param("ours", variants.stream().map(VariantId::value).toArray(UUID[]::new))
                .query(MappingQueries::there)
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                there -> new VariantId(there.ours()),
                                Collectors.mapping(There::external, Collectors.toList())));
    }

    private record There(UUID ours, String external) {}

    private static There there(ResultSet row, int number) throws SQLException {
        return new There(row.getObject("ours", UUID.class), row.getString("external"));
    }
}
