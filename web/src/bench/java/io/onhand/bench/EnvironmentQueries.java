package io.onhand.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the server says about itself and its tables. */
final class EnvironmentQueries {

    private final Connection superuser;

    EnvironmentQueries(Connection superuser) {
        this.superuser = superuser;
    }

    String version() throws SQLException {
        return "PostgreSQL " + superuser.getMetaData().getDatabaseProductVersion();
    }

    Map<String, String> settings() throws SQLException {
        Map<String, String> settings = new LinkedHashMap<>();
        try (var statement = superuser.createStatement();
                var row =
                        statement.executeQuery(
                                """
                                select name, current_setting(name) from pg_settings
                                where name in ('fsync', 'synchronous_commit', 'full_page_writes',
                                    'shared_buffers', 'max_wal_size', 'checkpoint_timeout',
                                    'wal_compression')
                                order by name
                                """)) {
            while (row.next()) {
                settings.put(row.getString(1), row.getString(2));
            }
        }
        return settings;
    }

    Map<String, Long> rows() throws SQLException {
        Map<String, Long> rows = new LinkedHashMap<>();
        try (var statement = superuser.createStatement();
                var row =
                        statement.executeQuery(
                                """
                                select 'stock_level', count(*) from stock_level
                                union all select 'stock_posting', count(*) from stock_posting
                                union all select 'stock_movement', count(*) from stock_movement
                                union all select 'variant', count(*) from variant
                                union all select 'tenant', count(*) from tenant
                                """)) {
            while (row.next()) {
                rows.put(row.getString(1), row.getLong(2));
            }
        }
        return rows;
    }

    /** Size of each table of the ledger, its indexes included. */
    Map<String, Long> megabytes() throws SQLException {
        Map<String, Long> sizes = new LinkedHashMap<>();
        try (var statement = superuser.createStatement();
                var row =
                        statement.executeQuery(
                                """
                                select relname, pg_total_relation_size(oid) / 1000000
                                from pg_class
                                where relkind = 'r'
                                    and relname in ('stock_level', 'stock_posting',
                                        'stock_movement', 'outbox')
                                order by relname
                                """)) {
            while (row.next()) {
                sizes.put(row.getString(1), row.getLong(2));
            }
        }
        return sizes;
    }
}
