package io.onhand.admin.connections;

import io.onhand.admin.ui.Pager;
import io.onhand.locations.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a connection's names of places and items mean.
 *
 * @param places of the vendor, and others that are mapped
 * @param ours the locations to choose from
 * @param items of the vendor
 * @param unmapped how many items are not mapped, counted no further than {@link
 *     MappingPages#COUNTED_MAX}
 * @param suggested how many of the page's items have a suggestion and are not mapped
 * @param known whether the vendor has told of its items
 */
public record MappingPage(
        List<Place> places,
        List<Location> ours,
        List<Item> items,
        int unmapped,
        long suggested,
        boolean known,
        Pager pager) {

    /**
     * A place of the vendor.
     *
     * @param name for people
     * @param mapped the code of the location that it means; null for none
     * @param suggestion the code of the location that it may mean; null for none
     */
    public record Place(
            String external,
            String name,
            boolean active,
            @Nullable String mapped,
            @Nullable String suggestion) {

        /** What is chosen before somebody chooses. */
        public String chosen() {
            return mapped != null ? mapped : suggestion != null ? suggestion : "";
        }
    }

    /**
     * An item of the vendor.
     *
     * @param name for people
     * @param codes its SKU and barcode there
     * @param mapped the SKU of the variant that it means; null for none
     * @param suggestion the SKU of the variant that it may mean; null for none
     * @param variant the name of that variant, mapped or suggested
     */
    public record Item(
            String external,
            String name,
            String codes,
            boolean deleted,
            @Nullable String mapped,
            @Nullable String suggestion,
            @Nullable String variant) {}
}
