package io.onhand.locations;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.InsertOnlyProperty;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A location as its table has it. The tenant is not among the columns: the database fills it from
 * the transaction's, and shows rows of no other.
 *
 * @param createdAt when it was made; null in a change, which leaves it
 */
@Table("location")
record LocationRow(
        @Id UUID locationId,
        String code,
        String name,
        String type,
        String timeZone,
        @Nullable String address,
        boolean active,
        @InsertOnlyProperty @Nullable Instant createdAt) {

    static LocationRow of(Location location, @Nullable Instant createdAt) {
        return new LocationRow(
                location.id().value(),
                location.code(),
                location.name(),
                location.type().word(),
                location.timeZone(),
                location.address(),
                location.active(),
                createdAt);
    }
}
