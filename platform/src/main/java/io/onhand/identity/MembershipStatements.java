package io.onhand.identity;

import io.onhand.locations.LocationId;
import io.onhand.tenancy.CurrentTenant;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The current tenant's members, in the transaction that runs. */
@Component
class MembershipStatements {

    private final JdbcClient app;

    MembershipStatements(JdbcClient app) {
        this.app = app;
    }

    /** The membership of a person, unless it has ended. */
    Optional<Membership> find(PersonId person) {
        record Row(String role, boolean everywhere) {}
        return app.sql(
                        """
                        select role, all_locations from membership
                        where person_id = :person and ended_at is null
                        """)
                .param("person", person.value())
                .query((row, number) -> new Row(row.getString(1), row.getBoolean(2)))
                .optional()
                .map(
                        row ->
                                new Membership(
                                        person,
                                        Role.ofWord(row.role()),
                                        row.everywhere()
                                                ? new LocationLimit.Everywhere()
                                                : limit(person)));
    }

    private LocationLimit limit(PersonId person) {
        return new LocationLimit.Only(
                app
                        .sql(
                                "select location_id from membership_location where person_id = :person")
                        .param("person", person.value())
                        .query(UUID.class)
                        .stream()
                        .map(LocationId::new)
                        .collect(Collectors.toSet()));
    }

    /** The people who are members, in no order. */
    List<Member> all(int limit) {
        return app.sql(
                        """
                        select person_id, role from membership where ended_at is null
                        order by person_id limit :limit
                        """)
                .param("limit", limit)
                .query(
                        (row, number) ->
                                new Member(
                                        new PersonId(row.getObject("person_id", UUID.class)),
                                        Role.ofWord(row.getString("role"))))
                .list();
    }

    /** Somebody who is a member. */
    record Member(PersonId person, Role role) {}

    /** Writes a membership over whatever there was of this person. */
    void put(Membership membership, Instant at) {
        var tenant = CurrentTenant.id().value();
        var person = membership.person().value();
        app.sql(
                        """
                        insert into membership (tenant_id, person_id, role, all_locations, created_at)
                        values (:tenant, :person, :role, :all, :at)
                        on conflict (tenant_id, person_id) do update set
                            all_locations = excluded.all_locations, role = excluded.role,
                            ended_at = null
                        """)
                .param("tenant", tenant)
                .param("person", person)
                .param("role", membership.role().word())
                .param("all", membership.limit() instanceof LocationLimit.Everywhere)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        putLocations(membership);
        app.sql(
                        """
                        insert into membership_directory (tenant_id, person_id)
                        values (:tenant, :person)
                        on conflict (person_id, tenant_id) do nothing
                        """)
                .param("tenant", tenant)
                .param("person", person)
                .update();
    }

    private void putLocations(Membership membership) {
        var person = membership.person().value();
        app.sql("delete from membership_location where person_id = :person")
                .param("person", person)
                .update();
        if (membership.limit() instanceof LocationLimit.Only(var locations)) {
            app.sql(
                            """
                            insert into membership_location (tenant_id, person_id, location_id)
                            select cast(:tenant as uuid), cast(:person as uuid), l
                            from unnest(cast(:locations as uuid[])) as l
                            """)
                    .param("tenant", CurrentTenant.id().value())
                    .param("person", person)
                    .param(
                            "locations",
                            locations.stream().map(LocationId::value).toArray(UUID[]::new))
                    .update();
        }
    }

    void end(PersonId person, Instant at) {
        app.sql("update membership set ended_at = :at where person_id = :person")
                .param("person", person.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        app.sql(
                        "delete from membership_directory where person_id = :person and tenant_id = :tenant")
                .param("person", person.value())
                .param("tenant", CurrentTenant.id().value())
                .update();
    }
}
