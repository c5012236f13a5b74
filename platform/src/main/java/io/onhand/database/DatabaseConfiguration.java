package io.onhand.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One pool per role over one migrated database. The pool without a qualifier is the app's. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    DatabaseServer databaseServer(
            DatabaseSettings settings, @Value("${onhand.data.dir:.data}") Path data)
            throws IOException {
        if (settings.url() != null) {
            return new ExternalDatabase(settings.url(), settings.owner());
        }
        return new EmbeddedDatabase(data.resolve("postgres").toAbsolutePath());
    }

    @Bean
    Pools pools(DatabaseSettings settings, DatabaseServer server) {
        RoleMaker.makeRoles(settings, server);
        Map<DatabaseRole, Login> logins = RoleMaker.logins(settings, server);
        Dialect dialect =
                Dialect.of(server.url(), Objects.requireNonNull(logins.get(DatabaseRole.APP)));
        Migrations.run(server, logins, dialect);
        return new Pools(server.url(), logins);
    }

    @Bean
    @Primary
    DataSource app(Pools pools) {
        return pools.of(DatabaseRole.APP);
    }

    @Bean(defaultCandidate = false)
    @Qualifier("ledger")
    HikariDataSource ledger(Pools pools) {
        return pools.of(DatabaseRole.LEDGER);
    }

    @Bean(defaultCandidate = false)
    @Qualifier("system")
    DataSource system(Pools pools) {
        return pools.of(DatabaseRole.SYSTEM);
    }

    @Bean(defaultCandidate = false)
    @Qualifier("door")
    DataSource door(Pools pools) {
        return pools.of(DatabaseRole.DOOR);
    }

    @Bean
    @Primary
    JdbcClient appJdbc(DataSource app) {
        return JdbcClient.create(app);
    }

    @Bean(defaultCandidate = false)
    @Qualifier("system")
    JdbcClient systemJdbc(@Qualifier("system") DataSource system) {
        return JdbcClient.create(system);
    }

    @Bean(defaultCandidate = false)
    @Qualifier("door")
    JdbcClient doorJdbc(@Qualifier("door") DataSource door) {
        return JdbcClient.create(door);
    }
}
