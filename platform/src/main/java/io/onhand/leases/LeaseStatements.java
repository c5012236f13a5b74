package io.onhand.leases;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of leases. */
@Component
class LeaseStatements {

    private final JdbcClient system;

    LeaseStatements(@Qualifier("system") JdbcClient system) {
        this.system = system;
    }

    boolean take(String name, UUID holder, Instant now, Instant until) {
        return system.sql(
                                """
                                insert into lease (name, holder, held_until)
                                values (:name, :holder, :until)
                                on conflict (name) do update
                                set holder = excluded.holder, held_until = excluded.held_until
                                where lease.holder = excluded.holder or lease.held_until <= :now
                                """)
                        .param("name", name)
                        .param("holder", holder)
                        .param("until", until.atOffset(ZoneOffset.UTC))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    int end(String name, UUID holder, Instant now) {
        return system.sql(
                        """
                        update lease set held_until = :now
                        where name = :name and holder = :holder and held_until > :now
                        """)
                .param("name", name)
                .param("holder", holder)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
