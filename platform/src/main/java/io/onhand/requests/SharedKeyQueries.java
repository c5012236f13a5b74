package io.onhand.requests;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one row that holds the secret. */
@Component
class SharedKeyQueries {

    private final JdbcClient system;

    SharedKeyQueries(@Qualifier("system") JdbcClient system) {
        this.system = system;
    }

    /** The secret that stands; the fresh one if none did. */
    byte[] secret(byte[] fresh) {
        system.sql(
                        """
                        insert into shared_key (id, secret) values (1, :fresh)
                        on conflict (id) do nothing
                        """)
                .param("fresh", fresh)
                .update();
        return system.sql("select secret from shared_key where id = 1")
                .query(byte[].class)
                .single();
    }
}
