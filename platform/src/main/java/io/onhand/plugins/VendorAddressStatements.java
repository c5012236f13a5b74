package io.onhand.plugins;

import io.onhand.plugins.VendorAddresses.StandInAddress;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of the addresses of stand-ins. */
@Component
class VendorAddressStatements {

    private final JdbcClient system;

    VendorAddressStatements(@Qualifier("system") JdbcClient system) {
        this.system = system;
    }

    Optional<StandInAddress> find(String plugin, Instant now) {
        return system.sql(
                        """
                        select address, door from vendor_address
                        where plugin = :plugin and until > :now
                        """)
                .param("plugin", plugin)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(
                        (row, number) ->
                                new StandInAddress(
                                        URI.create(row.getString("address")),
                                        URI.create(row.getString("door"))))
                .optional();
    }

    int put(String plugin, StandInAddress at, Instant until) {
        return system.sql(
                        """
                        insert into vendor_address (plugin, address, door, until)
                        values (:plugin, :address, :door, :until)
                        on conflict (plugin) do update
                            set address = excluded.address, door = excluded.door,
                                until = excluded.until
                        """)
                .param("plugin", plugin)
                .param("address", at.address().toString())
                .param("door", at.door().toString())
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }
}
