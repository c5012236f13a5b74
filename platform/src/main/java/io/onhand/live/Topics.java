package io.onhand.live;

import io.onhand.identity.Caller;
import io.onhand.identity.Permission;
import io.onhand.locations.LocationId;
import io.onhand.locations.LocationQueries;
import io.onhand.tenancy.CurrentTenant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says who may follow what. */
@Component
public class Topics {

    private final LocationQueries locations;

    Topics(LocationQueries locations) {
        this.locations = locations;
    }

    /** Whether a name may be followed. */
    public sealed interface Found {

        /** It may. */
        record Open(Topic topic, LocationId location) implements Found {}

        /**
         * It may not.
         *
         * @param code {@code unknown-topic}, {@code not-found} or {@code location-not-allowed}
         */
        record Closed(String code) implements Found {}
    }

    /**
     * Looks a topic up for a caller. No transaction may run.
     *
     * @param name as the caller wrote it
     */
    public Found find(Caller caller, String name) {
        Optional<Topic> topic = Topic.named(name);
        if (topic.isEmpty()) {
            return new Found.Closed("unknown-topic");
        }
        String code = topic.get().code();
        LocationId location =
                CurrentTenant.read(
                        caller.tenant(), () -> locations.idsByCode(List.of(code)).get(code));
        if (location == null) {
            return new Found.Closed("not-found");
        }
        return caller.limit().allows(location) && caller.role().may(Permission.READ_STOCK)
                ? new Found.Open(topic.get(), location)
                : new Found.Closed("location-not-allowed");
    }
}
