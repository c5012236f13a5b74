package io.onhand.identity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of people's names at other issuers. */
@Component
class IdentityStatements {

    private final JdbcClient system;

    IdentityStatements(@Qualifier("system") JdbcClient system) {
        this.system = system;
    }

    Optional<Person> find(String issuer, String subject) {
        return system.sql(
                        """
                        select p.person_id, p.email, p.name
                        from person_identity i join person p on p.person_id = i.person_id
                        where i.issuer = :issuer and i.subject = :subject
                            and p.disabled_at is null
                        """)
                .param("issuer", issuer)
                .param("subject", subject)
                .query(
                        (row, number) ->
                                new Person(
                                        new PersonId(row.getObject("person_id", UUID.class)),
                                        row.getString("email"),
                                        row.getString("name")))
                .optional();
    }

    /** Binds unless subject or person is bound already. */
    int bind(String issuer, String subject, PersonId person, Instant at) {
        return system.sql(
                        """
                        insert into person_identity (issuer, subject, person_id, created_at)
                        values (:issuer, :subject, :person, :at)
                        on conflict do nothing
                        """)
                .param("issuer", issuer)
                .param("subject", subject)
                .param("person", person.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
