package io.onhand.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import onhand.testing.TestDatabase;
import org.junit.jupiter.api.Test;

class RoleStatementsTest {

    @Test
    void programsThatStartTogetherOnAnEmptyDatabaseAllStart() throws Exception {
        var address = TestDatabase.fresh();
        var owner = new Login(address.username(), address.password());
        var settings = new DatabaseSettings(address.url(), owner, null, null, null, null);
        Callable<Schema> start =
                () -> Schema.prepare(settings, new ExternalDatabase(address.url(), owner));
        try (var programs = Executors.newFixedThreadPool(4)) {
            List<Future<Schema>> started =
                    programs.invokeAll(Stream.generate(() -> start).limit(4).toList());
            for (Future<Schema> schema : started) {
                assertThat(schema.get().logins()).hasSize(DatabaseRole.values().length);
            }
        }
    }

    @Test
    void aRoleOfAnotherInstallationIsLeftAlone() {
        Schema first = schemaOf(TestDatabase.fresh());
        Schema second = schemaOf(TestDatabase.freshOfAnotherOwner());
        assertThat(second.logins()).doesNotContainValue(loginOf(first, DatabaseRole.APP));
        assertThat(schemaOf(TestDatabase.fresh()).logins()).isEqualTo(first.logins());
    }

    private static Schema schemaOf(TestDatabase.Address address) {
        var owner = new Login(address.username(), address.password());
        var settings = new DatabaseSettings(address.url(), owner, null, null, null, null);
        return Schema.prepare(settings, new ExternalDatabase(address.url(), owner));
    }

    private static Login loginOf(Schema schema, DatabaseRole role) {
        return Map.copyOf(schema.logins()).getOrDefault(role, new Login("", ""));
    }
}
