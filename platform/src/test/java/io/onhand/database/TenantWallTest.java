package io.onhand.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every tenant table, walked as the wrong tenant, as no tenant, and as the wrong login. */
@DisabledIfSystemProperty(
        named = "onhand.test.faults",
        matches = ".+",
        disabledReason = "it opens connections of its own, which nobody retries")
class TenantWallTest {

    private static final MigratedDatabase DATABASE = new MigratedDatabase();
    private static final UUID OURS = UUID.randomUUID();
    private static final UUID THEIRS = UUID.randomUUID();

    /** More than the driver's threshold for a server-side prepared statement. */
    private static final int EXECUTIONS = 12;

    @BeforeAll
    static void oneRowOfOursInEachTable() throws SQLException {
        for (String table : DATABASE.tables("tenant:")) {
            try (Connection owner = DATABASE.asOwner();
                    var statement = owner.createStatement()) {
                statement.execute(SampleRow.insert(DATABASE, table, OURS));
            }
        }
    }

    static Stream<String> tenantTables() throws SQLException {
        return DATABASE.tables("tenant:").stream();
    }

    @Test
    void thereAreTenantTables() throws SQLException {
        assertThat(tenantTables()).hasSizeGreaterThan(15);
    }

    @ParameterizedTest
    @MethodSource("tenantTables")
    void theOwnTenantSeesItsRow(String table) throws SQLException {
        try (Connection app = begin(OURS)) {
            assertThat(count(app, table)).isOne();
        }
    }

    @ParameterizedTest
    @MethodSource("tenantTables")
    void anotherTenantReadsAndWritesNothing(String table) throws SQLException {
        try (Connection app = begin(THEIRS)) {
            assertThat(count(app, table)).isZero();
        }
        assertThat(changed(THEIRS, "update " + table + " set tenant_id = tenant_id")).isZero();
        assertThat(changed(THEIRS, "delete from " + table)).isZero();
        assertRefused(THEIRS, table);
    }

    @ParameterizedTest
    @MethodSource("tenantTables")
    void withoutATenantNothingIsReadOrWritten(String table) throws SQLException {
        try (Connection app = DATABASE.as(DatabaseRole.APP)) {
            assertThat(count(app, table)).isZero();
        }
        assertThat(changed(null, "update " + table + " set tenant_id = tenant_id")).isZero();
        assertThat(changed(null, "delete from " + table)).isZero();
        assertRefused(null, table);
    }

    @ParameterizedTest
    @MethodSource("tenantTables")
    void aPreparedStatementFollowsTheTenantOfItsTransaction(String table) throws SQLException {
        try (Connection app = DATABASE.as(DatabaseRole.APP);
                PreparedStatement count = app.prepareStatement("select count(*) from " + table)) {
            app.setAutoCommit(false);
            for (int i = 0; i < EXECUTIONS; i++) {
                boolean ours = i % 2 == 0;
                MigratedDatabase.tenant(app, ours ? OURS : THEIRS);
                assertThat(single(count)).as("execution " + i).isEqualTo(ours ? 1 : 0);
                app.commit();
            }
            assertThat(single(count)).as("after the last tenant").isZero();
            app.rollback();
        }
    }

    @ParameterizedTest
    @MethodSource("tenantTables")
    void doorAndSystemSeeNoTenantTable(String table) throws SQLException {
        for (DatabaseRole role : new DatabaseRole[] {DatabaseRole.DOOR, DatabaseRole.SYSTEM}) {
            try (Connection connection = DATABASE.as(role)) {
                MigratedDatabase.tenant(connection, OURS);
                assertThatThrownBy(() -> count(connection, table))
                        .hasMessageContaining("permission denied");
            }
        }
    }

    private static Connection begin(@Nullable UUID tenant) throws SQLException {
        Connection app = DATABASE.as(DatabaseRole.APP);
        app.setAutoCommit(false);
        if (tenant != null) {
            MigratedDatabase.tenant(app, tenant);
        }
        return app;
    }

    /** Rows changed; a table that nobody may change so counts as none. */
    private static int changed(@Nullable UUID tenant, String sql) throws SQLException {
        try (Connection app = begin(tenant);
                var statement = app.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException e) {
            assertThat(e.getMessage()).contains("permission denied");
            return 0;
        }
    }

    private static void assertRefused(@Nullable UUID tenant, String table) throws SQLException {
        String row = SampleRow.insert(DATABASE, table, OURS);
        try (Connection app = begin(tenant);
                var statement = app.createStatement()) {
            assertThatThrownBy(() -> statement.execute(row))
                    .hasMessageMatching("(?s).*(row-level security|permission denied).*");
        }
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (PreparedStatement count =
                connection.prepareStatement("select count(*) from " + table)) {
            return single(count);
        }
    }

    private static long single(PreparedStatement question) throws SQLException {
        try (var row = question.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
