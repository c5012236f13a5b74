package io.onhand.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One pool per role over one migrated database. The pool without a qualifier is the app's. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    DataDirectory dataDirectory(@Value("${onhand.data.dir:.data}") Path path) {
        return new DataDirectory(path);
    }

    @Bean
    InstallationSecret installationSecret(DatabaseSettings settings) {
        return new InstallationSecret(settings);
    }

    @Bean
    DatabaseServer databaseServer(
            DatabaseSettings settings,
            ObjectProvider<DataDirectory> directory,
            Environment environment)
            throws IOException {
        if (settings.url() != null) {
            return new ExternalDatabase(settings.url(), settings.owner());
        }
        if (environment.matchesProfiles("production")) {
            throw new StartRefused(
                    "The profile production needs a database of its own; the embedded one trusts"
                            + " every local user.",
                    "Name a PostgreSQL or CockroachDB by ONHAND_DATABASE_URL.");
        }
        return new EmbeddedDatabase(directory.getObject().path().resolve("postgres"));
    }

    @Bean
    Schema schema(DatabaseSettings settings, DatabaseServer server) {
        return Schema.prepare(settings, server);
    }

    @Bean
    Pools pools(Schema schema) {
        var pools = new Pools(schema.url(), schema.logins());
        try {
            StartCheck.run(pools, schema.logins(), schema.dialect());
        } catch (RuntimeException e) {
            pools.close();
            throw e;
        }
        return pools;
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
