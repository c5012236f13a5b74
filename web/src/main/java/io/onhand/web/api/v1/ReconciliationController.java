package io.onhand.web.api.v1;

import io.onhand.channels.ConnectionDetails;
import io.onhand.identity.Caller;
import io.onhand.identity.Permission;
import io.onhand.locations.LocationId;
import io.onhand.locations.LocationQueries;
import io.onhand.sync.Difference;
import io.onhand.sync.ReconciliationReport;
import io.onhand.sync.Reconciliations;
import io.onhand.web.security.Needs;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Compares what a connection's vendor takes its stock to be with ours. */
@RestController
class ReconciliationController {

    private final CallerConnections connections;
    private final Reconciliations reconciliations;
    private final LocationQueries locations;

    ReconciliationController(
            CallerConnections connections,
            Reconciliations reconciliations,
            LocationQueries locations) {
        this.connections = connections;
        this.reconciliations = reconciliations;
        this.locations = locations;
    }

    /**
     * What a comparison came to, as callers see it.
     *
     * @param failure why it could not be done
     * @param compared levels that both have
     * @param equal of these, where the numbers agree
     * @param kinds how many differences there are of each kind
     * @param pushed how many of our numbers the vendor is told because of it; of an observed
     *     connection, would be told
     * @param differences the first 200
     * @param foreseen of an observed connection, what it would have done
     */
    record ReconciliationAnswer(
            Instant at,
            String mode,
            @Nullable String failure,
            long compared,
            long equal,
            Map<String, Long> kinds,
            long pushed,
            List<DifferenceAnswer> differences,
            List<ForeseenAnswer> foreseen) {

        static ReconciliationAnswer of(ReconciliationReport report, List<Difference> shown) {
            return new ReconciliationAnswer(
                    report.at(),
                    report.mode(),
                    report.failure(),
                    report.compared(),
                    report.equal(),
                    report.kinds(),
                    report.pushed(),
                    shown.stream().map(DifferenceAnswer::of).toList(),
                    report.foreseen().stream()
                            .map(day -> new ForeseenAnswer(day.day(), day.posted(), day.waiting()))
                            .toList());
        }
    }

    /**
     * Where the vendor shows another number.
     *
     * @param kind {@code echo}, {@code late}, {@code mapping}, {@code uncounted}, {@code lost} or
     *     {@code foreign-edit}
     * @param ours our number; of an observed connection what it would be if all that was told had
     *     been posted
     */
    record DifferenceAnswer(
            String kind,
            String place,
            String item,
            @Nullable String location,
            @Nullable String sku,
            String theirs,
            @Nullable String ours) {

        static DifferenceAnswer of(Difference difference) {
            return new DifferenceAnswer(
                    difference.kind().word(),
                    difference.place(),
                    difference.item(),
                    difference.location(),
                    difference.sku(),
                    difference.theirs(),
                    difference.ours());
        }
    }

    /** What would have become of a day's events. */
    record ForeseenAnswer(LocalDate day, long posted, long waiting) {}

    /** Compares now; what messages missed is asked for and posted before the answer. */
    @PostMapping("/api/v1/connections/{code}/reconciliations")
    @Needs(value = Permission.WRITE_CONNECTIONS, location = Needs.LocationIn.FILTER)
    ReconciliationAnswer reconcile(Caller caller, @PathVariable String code) {
        ConnectionDetails details = connections.get(caller, code);
        ReconciliationReport report = reconciliations.run(details.connection());
        return ReconciliationAnswer.of(report, shown(caller, report.differences()));
    }

    /** Who is limited to some locations sees what differs there, and what is of none of ours. */
    private List<Difference> shown(Caller caller, List<Difference> differences) {
        Set<LocationId> only = caller.limit().only();
        if (only == null) {
            return differences;
        }
        Map<String, LocationId> ids =
                locations.idsByCode(
                        differences.stream()
                                .map(Difference::location)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList());
        return differences.stream()
                .filter(one -> one.location() == null || only.contains(ids.get(one.location())))
                .toList();
    }
}
