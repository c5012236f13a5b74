package io.onhand.plugins;

import io.onhand.plugins.VendorAddresses.StandInAddress;
import java.net.URI;
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

    Optional<StandInAddress> find(String plugin) {
        return system.sql(
                        """
                        select address, door from vendor_address
                        where plugin = :plugin
                        """)
                .param("plugin", plugin)
                .query(
                        (row, number) ->
                                new StandInAddress(
                                        URI.create(row.getString("address")),
                                        URI.create(row.getString("door"))))
                .optional();
    }

    /** Keeps an address where there is none. */
    int reserve(String plugin, StandInAddress at) {
        return system.sql(
                        """
                        insert into vendor_address (plugin, address, door)
                        values (:plugin, :address, :door)
                        on conflict (plugin) do nothing
                        """)
                .param("plugin", plugin)
                .param("address", at.address().toString())
                .param("door", at.door().toString())
                .update();
    }

    int put(String plugin, StandInAddress at) {
        return system.sql(
                        """
                        insert into vendor_address (plugin, address, door)
                        values (:plugin, :address, :door)
                        on conflict (plugin) do update
                            set address = excluded.address, door = excluded.door
                        """)
                .param("plugin", plugin)
                .param("address", at.address().toString())
                .param("door", at.door().toString())
                .update();
    }
}
