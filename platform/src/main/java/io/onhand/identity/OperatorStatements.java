package io.onhand.identity;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is an operator. */
@Component
class OperatorStatements {

    private final JdbcClient system;

    OperatorStatements(@Qualifier("system") JdbcClient system) {
        this.system = system;
    }

    void insert(PersonId person, Instant since) {
        system.sql(
                        """
                        insert into program_operator (person_id, since) values (:person, :since)
                        on conflict (person_id) do nothing
                        """)
                .param("person", person.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean exists(PersonId person) {
        return system.sql("select 1 from program_operator where person_id = :person")
                .param("person", person.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
