package io.onhand.stock;

import io.onhand.catalog.VariantId;
import io.onhand.locations.LocationId;
import io.onhand.measure.Quantity;
import java.time.Instant;

/**
 * How much there is of one variant at one location.
 *
 * @param sku the variant's SKU
 * @param location the location's code
 * @param available on hand less what is committed and unavailable; may be below zero
 * @param version the number of the level's last movement, 0 if it never moved
 * @param asOf when it was read
 */
public record Level(
        LocationId locationId,
        VariantId variantId,
        String sku,
        String location,
        Quantity onHand,
        Quantity available,
        Quantity committed,
        Quantity unavailable,
        Quantity incoming,
        Quantity inTransit,
        long version,
        Instant asOf) {

    /** A pair that never moved. */
    public static Level zero(
            LocationId locationId, VariantId variantId, String sku, String location, Instant asOf) {
        return new Level(
                locationId,
                variantId,
                sku,
                location,
                Quantity.ZERO,
                Quantity.ZERO,
                Quantity.ZERO,
                Quantity.ZERO,
                Quantity.ZERO,
                Quantity.ZERO,
                0,
                asOf);
    }

    /** The number of an account. */
    public Quantity of(Account account) {
        return switch (account) {
            case ON_HAND -> onHand;
            case COMMITTED -> committed;
            case UNAVAILABLE -> unavailable;
            case INCOMING -> incoming;
            case IN_TRANSIT -> inTransit;
        };
    }

    /** Its place in the order of all levels. */
    public Place place() {
        return new Place(sku, location);
    }

    /**
     * A place in the order of levels.
     *
     * @param sku first
     * @param location the code, among levels of one SKU
     */
    public record Place(String sku, String location) {

        /** Before every level. */
        public static final Place START = new Place("", "");
    }
}
