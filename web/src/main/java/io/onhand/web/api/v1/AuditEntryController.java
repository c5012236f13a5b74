package io.onhand.web.api.v1;

import io.onhand.audit.AuditFilter;
import io.onhand.audit.AuditQueries;
import io.onhand.identity.Caller;
import io.onhand.identity.Permission;
import io.onhand.locations.Location;
import io.onhand.locations.LocationId;
import io.onhand.locations.LocationQueries;
import io.onhand.web.api.Page;
import io.onhand.web.api.Paging;
import io.onhand.web.api.QueryValues;
import io.onhand.web.security.Needs;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Who changed what. */
@RestController
class AuditEntryController {

    private final AuditQueries queries;
    private final LocationQueries locations;
    private final JsonMapper json;

    AuditEntryController(AuditQueries queries, LocationQueries locations, JsonMapper json) {
        this.queries = queries;
        this.locations = locations;
        this.json = json;
    }

    /** Audit entries, newest first. */
    @GetMapping("/api/v1/audit-entries")
    @Needs(value = Permission.READ_AUDIT, location = Needs.LocationIn.FILTER)
    Page<AuditEntryAnswer> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String object,
            Paging paging) {
        var filter =
                new AuditFilter(
                        QueryValues.time("from", from, AuditFilter.FIRST),
                        QueryValues.time("to", to, AuditFilter.LAST),
                        Optional.ofNullable(actor),
                        Optional.ofNullable(object),
                        codes(QueriedNames.only(caller)));
        return paging.page(
                queries.page(filter, after(paging), paging.rows()),
                entry -> AuditEntryAnswer.of(entry, json),
                entry -> List.of(entry.at().toString(), entry.id().toString()));
    }

    private Optional<Set<String>> codes(@Nullable Set<LocationId> only) {
        return only == null
                ? Optional.empty()
                : Optional.of(
                        locations.byId(only).values().stream()
                                .map(Location::code)
                                .collect(Collectors.toSet()));
    }

    private static Optional<AuditQueries.Position> after(Paging paging) {
        return paging.after().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new AuditQueries.Position(
                                Instant.parse(paging.after().get(0)),
                                UUID.fromString(paging.after().get(1))));
    }
}
