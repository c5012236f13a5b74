package io.onhand.web.api.v1;

import io.onhand.channels.Connection;
import io.onhand.channels.ConnectionDetails;
import io.onhand.identity.Caller;
import io.onhand.locations.Location;
import io.onhand.locations.LocationId;
import io.onhand.locations.LocationQueries;
import io.onhand.stock.SourceId;
import io.onhand.sync.ConnectionStandQueries;
import io.onhand.sync.Stand;
import io.onhand.web.start.PublicUrl;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Shows connections to their callers. */
@Component
class ConnectionAnswers {

    private final LocationQueries locations;
    private final ConnectionStandQueries stands;
    private final PublicUrl publicUrl;

    ConnectionAnswers(
            LocationQueries locations, ConnectionStandQueries stands, PublicUrl publicUrl) {
        this.locations = locations;
        this.stands = stands;
        this.publicUrl = publicUrl;
    }

    ConnectionAnswer answer(Caller caller, ConnectionDetails details) {
        return answers(caller, List.of(details)).getFirst();
    }

    List<ConnectionAnswer> answers(Caller caller, List<ConnectionDetails> all) {
        Set<LocationId> ids = new HashSet<>();
        all.forEach(details -> ids.addAll(details.locations().values()));
        ids.removeIf(id -> !caller.limit().allows(id));
        Map<LocationId, Location> places = ids.isEmpty() ? Map.of() : locations.byId(ids);
        Map<SourceId, Stand> stand =
                stands.of(all.stream().map(details -> details.connection().id()).toList());
        return all.stream()
                .map(details -> answer(details, places, stand.get(details.connection().id())))
                .toList();
    }

    private ConnectionAnswer answer(
            ConnectionDetails details, Map<LocationId, Location> places, @Nullable Stand stand) {
        Connection connection = details.connection();
        String key = details.key() == null ? null : details.key().text();
        return new ConnectionAnswer(
                connection.code(),
                connection.plugin(),
                connection.name(),
                connection.mode(),
                connection.settings(),
                details.locations().entrySet().stream()
                        .filter(mapped -> places.containsKey(mapped.getValue()))
                        .map(
                                mapped ->
                                        new ExternalLocation(
                                                mapped.getKey(),
                                                Objects.requireNonNull(
                                                                places.get(mapped.getValue()))
                                                        .code()))
                        .sorted(Comparator.comparing(ExternalLocation::external))
                        .toList(),
                connection.match(),
                key,
                hookUrl(key),
                stand != null && stand.paused() ? "paused" : "active");
    }

    private @Nullable String hookUrl(@Nullable String key) {
        return key == null
                ? null
                : publicUrl.value()
                        + "/hooks/"
                        + UriUtils.encodePathSegment(key, StandardCharsets.UTF_8);
    }
}
