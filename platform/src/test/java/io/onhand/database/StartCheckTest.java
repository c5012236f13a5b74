package io.onhand.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import onhand.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The program must not start on a database that would show one tenant's rows to another. */
class StartCheckTest {

    private final TestDatabase.Address address = TestDatabase.fresh();
    private final Login owner = new Login(address.username(), address.password());
    private Schema schema;

    StartCheckTest() {
        var settings = new DatabaseSettings(address.url(), owner, null, null, null, null);
        this.schema = Schema.prepare(settings, new ExternalDatabase(address.url(), owner));
    }

    @BeforeEach
    void aMigratedDatabaseIsAccepted() {
        assertThatCode(this::start).doesNotThrowAnyException();
    }

    @Test
    void aMissingGrantIsNamed() throws SQLException {
        asOwner("revoke insert on stock_movement from onhand_ledger");
        assertThatThrownBy(this::start)
                .hasMessageContaining(
                        "the grant of insert on stock_movement to onhand_ledger is missing");
    }

    @Test
    void aGrantTooManyIsNamed() throws SQLException {
        asOwner("grant update on audit_entry to onhand_app");
        assertThatThrownBy(this::start)
                .hasMessageContaining("the grant of update on audit_entry to onhand_app must be");
    }

    @Test
    void aMissingPolicyIsNamed() throws SQLException {
        asOwner("drop policy variant_of_app on variant");
        assertThatThrownBy(this::start)
                .hasMessageContaining("the policy variant_of_app on variant is missing");
    }

    @Test
    void aWeakenedPolicyIsNamed() throws SQLException {
        asOwner("alter policy product_of_app on product using (true)");
        assertThatThrownBy(this::start)
                .hasMessageContaining("the policy product_of_app on product is not the one");
    }

    @Test
    void aPolicyThatNobodyWroteIsNamed() throws SQLException {
        asOwner("create policy back_door on location for all to onhand_app using (true)");
        assertThatThrownBy(this::start)
                .hasMessageContaining("the policy back_door on location must be dropped");
    }

    @Test
    void rowSecurityThatIsOffIsNamed() throws SQLException {
        asOwner("alter table stock_level disable row level security");
        assertThatThrownBy(this::start)
                .hasMessageContaining("row-level security is off on the table stock_level");
    }

    @Test
    void aLoginThatOwnsTablesIsNamed() {
        var logins = new java.util.EnumMap<>(schema.logins());
        logins.put(DatabaseRole.DOOR, owner);
        schema = new Schema(schema.url(), logins, schema.dialect());
        assertThatThrownBy(this::start)
                .hasMessageContaining(owner.username() + " owns the table api_key");
    }

    private void start() {
        try (var pools = new Pools(schema.url(), schema.logins())) {
            StartCheck.run(pools, schema.logins(), schema.dialect());
        }
    }

    private void asOwner(String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                address.url(), owner.username(), owner.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
