package io.onhand.web.api.v1;

import io.onhand.web.api.Code;
import io.onhand.web.api.Faults;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a connection calls a place of ours.
 *
 * @param external its name of it
 * @param location our code
 */
record ExternalLocation(@Code String external, @Code String location) {

    static void refuseRepeats(@Nullable List<ExternalLocation> all, Faults faults) {
        if (all == null) {
            return;
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            if (!seen.add(all.get(i).external())) {
                faults.at(i)
                        .at("external")
                        .add("repeated-external", "This name stands in the list before.");
            }
        }
    }
}
