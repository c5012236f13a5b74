package io.onhand.identity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of people, which belongs to no tenant. */
@Component
class PersonStatements {

    /** A person with what proves it. */
    record Known(Person person, @Nullable String passwordHash, boolean disabled) {}

    private final JdbcClient system;

    PersonStatements(@Qualifier("system") JdbcClient system) {
        this.system = system;
    }

    /** Whether the email was free; if it was not, nothing is written. */
    boolean insert(Person person, @Nullable String passwordHash, Instant at) {
        return system.sql(
                                """
                                insert into person (person_id, email, name, password_hash, created_at)
                                values (:id, :email, :name, :hash, :at)
                                on conflict (email) do nothing
                                """)
                        .param("id", person.id().value())
                        .param("email", person.email())
                        .param("name", person.name())
                        .param("hash", passwordHash)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<Known> byEmail(String email) {
        return system.sql(
                        """
                        select person_id, name, password_hash, disabled_at is not null as disabled
                        from person where email = :email
                        """)
                .param("email", email)
                .query(
                        (row, number) ->
                                new Known(
                                        new Person(
                                                new PersonId(
                                                        row.getObject("person_id", UUID.class)),
                                                email,
                                                row.getString("name")),
                                        row.getString("password_hash"),
                                        row.getBoolean("disabled")))
                .optional();
    }

    Optional<Person> byId(PersonId id) {
        return system.sql(
                        """
                        select email, name from person
                        where person_id = :id and disabled_at is null
                        """)
                .param("id", id.value())
                .query(
                        (row, number) ->
                                new Person(id, row.getString("email"), row.getString("name")))
                .optional();
    }

    Map<PersonId, String> names(Collection<PersonId> people) {
        record Named(PersonId id, String name) {}
        return system
                .sql("select person_id, name from person where person_id = any(:ids)")
                .param("ids", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .query(
                        (row, number) ->
                                new Named(
                                        new PersonId(row.getObject("person_id", UUID.class)),
                                        row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Named::id, Named::name));
    }

    void disable(PersonId person, Instant at) {
        system.sql("update person set disabled_at = :at where person_id = :id")
                .param("id", person.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
