package io.onhand.locations;

import io.onhand.tenancy.CurrentTenant;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes of locations. */
@Component
class LocationStatements {

    private final JdbcClient app;

    LocationStatements(JdbcClient app) {
        this.app = app;
    }

    /** Whether the code was free; if it was not, nothing is written. */
    boolean insert(Location location, Instant at) {
        return app.sql(
                                """
                                insert into location (tenant_id, location_id, code, name, type,
                                    time_zone, address, active, created_at)
                                values (:tenant, :id, :code, :name, :type,
                                    :timeZone, :address, :active, :at)
                                on conflict (tenant_id, code) do nothing
                                """)
                        .param("tenant", CurrentTenant.id().value())
                        .param("id", location.id().value())
                        .param("code", location.code())
                        .param("name", location.name())
                        .param("type", location.type().word())
                        .param("timeZone", location.timeZone())
                        .param("address", location.address())
                        .param("active", location.active())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void update(Location location) {
        app.sql(
                        """
                        update location
                        set name = :name, type = :type, time_zone = :timeZone,
                            address = :address, active = :active
                        where location_id = :id
                        """)
                .param("id", location.id().value())
                .param("name", location.name())
                .param("type", location.type().word())
                .param("timeZone", location.timeZone())
                .param("address", location.address())
                .param("active", location.active())
                .update();
    }
}
