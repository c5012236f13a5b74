package io.onhand.identity;

import io.onhand.tenancy.TenantId;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The directory of memberships, read as the door because no tenant is open yet. */
@Component
class MembershipDirectoryQueries {

    private final JdbcClient door;

    MembershipDirectoryQueries(@Qualifier("door") JdbcClient door) {
        this.door = door;
    }

    List<TenantId> tenants(PersonId person) {
        return door
                .sql(
                        """
                        select tenant_id from membership_directory where person_id = :person
                        order by tenant_id
                        """)
                .param("person", person.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(TenantId::new)
                .toList();
    }
}
