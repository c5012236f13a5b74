package io.onhand.channels;

import io.onhand.catalog.CatalogQueries;
import io.onhand.catalog.Variant;
import io.onhand.catalog.VariantId;
import io.onhand.exceptions.ExceptionId;
import io.onhand.exceptions.ExceptionKind;
import io.onhand.exceptions.Exceptions;
import io.onhand.exceptions.Finding;
import io.onhand.exceptions.Subject;
import io.onhand.locations.Location;
import io.onhand.locations.LocationId;
import io.onhand.locations.LocationQueries;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.MachineClock;
import io.onhand.tenancy.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Opens and closes the exceptions about levels that are too low. A level that stays too low is one
 * piece of work: what lowers it further names the exception and does not count it again, so that a
 * shop which sells what was never counted does not write a row with each sale.
 */
@Component
class Shortfalls {

    /** How long an exception that was closed meanwhile may still be named. */
    static final Duration KNOWN_FOR = Duration.ofSeconds(1);

    private static final int KNOWN_MAX = 50_000;

    private record Key(TenantId tenant, Shortfall shortfall) {}

    private record Known(ExceptionId exception, Instant until) {}

    private final Exceptions exceptions;
    private final LocationQueries locations;
    private final CatalogQueries catalog;
    private final MachineClock clock;
    private final ConcurrentHashMap<Key, Known> known = new ConcurrentHashMap<>();

    Shortfalls(
            Exceptions exceptions,
            LocationQueries locations,
            CatalogQueries catalog,
            MachineClock clock) {
        this.exceptions = exceptions;
        this.locations = locations;
        this.catalog = catalog;
        this.clock = clock;
    }

    /**
     * The exceptions that are open for what these left too low; must not run inside a transaction.
     * Of what has just begun nothing is remembered: what was open before was closed meanwhile.
     */
    Map<Shortfall, ExceptionId> open(Moves moves) {
        Set<Shortfall> shortfalls = moves.low();
        if (shortfalls.isEmpty()) {
            return Map.of();
        }
        var tenant = CurrentTenant.id();
        var now = clock.now();
        Map<Shortfall, ExceptionId> open = new HashMap<>();
        for (Shortfall shortfall : shortfalls) {
            Known remembered = known.get(new Key(tenant, shortfall));
            if (remembered != null
                    && now.isBefore(remembered.until())
                    && !moves.begun().contains(shortfall)) {
                open.put(shortfall, remembered.exception());
            }
        }
        if (open.size() < shortfalls.size()) {
            Map<Shortfall, ExceptionId> read = read(without(shortfalls, open));
            remember(read, Set.of());
            open.putAll(read);
        }
        return open;
    }

    /**
     * Opens those that nobody else opened meanwhile; who lost the race for one has nothing left to
     * write about it in the next try. Joins the transaction that runs.
     */
    Map<Shortfall, ExceptionId> raise(Set<Shortfall> shortfalls) {
        Map<Shortfall, ExceptionId> all = read(shortfalls);
        List<Map.Entry<Shortfall, Finding>> missing =
                List.copyOf(findings(without(shortfalls, all)).entrySet());
        if (!missing.isEmpty()) {
            List<ExceptionId> raised =
                    exceptions.raise(missing.stream().map(Map.Entry::getValue).toList());
            for (int i = 0; i < missing.size(); i++) {
                all.put(missing.get(i).getKey(), raised.get(i));
            }
        }
        return all;
    }

    /** Closes those that are open. Joins the transaction that runs. */
    void close(Set<Shortfall> ended) {
        findings(ended)
                .values()
                .forEach(finding -> exceptions.close(finding.kind(), finding.subject()));
    }

    private Map<Shortfall, ExceptionId> read(Set<Shortfall> shortfalls) {
        Map<Shortfall, Finding> findings = findings(shortfalls);
        Map<Shortfall, ExceptionId> open = new HashMap<>();
        for (ExceptionKind kind :
                shortfalls.stream().map(Shortfall::kind).collect(Collectors.toSet())) {
            Map<Subject, ExceptionId> found =
                    exceptions.open(
                            kind, findings.values().stream().map(Finding::subject).toList());
            findings.forEach(
                    (shortfall, finding) -> {
                        ExceptionId id = found.get(finding.subject());
                        if (shortfall.kind() == kind && id != null) {
                            open.put(shortfall, id);
                        }
                    });
        }
        return open;
    }

    static Set<Shortfall> without(Set<Shortfall> all, Map<Shortfall, ExceptionId> open) {
        return all.stream().filter(one -> !open.containsKey(one)).collect(Collectors.toSet());
    }

    /** What is committed may be named for a while without asking again. */
    void remember(Map<Shortfall, ExceptionId> open, Set<Shortfall> ended) {
        var until = clock.now().plus(KNOWN_FOR);
        if (known.size() + open.size() > KNOWN_MAX) {
            known.clear();
        }
        var tenant = CurrentTenant.id();
        open.forEach(
                (shortfall, id) -> known.put(new Key(tenant, shortfall), new Known(id, until)));
        ended.forEach(shortfall -> known.remove(new Key(tenant, shortfall)));
    }

    private Map<Shortfall, Finding> findings(Collection<Shortfall> shortfalls) {
        if (shortfalls.isEmpty()) {
            return Map.of();
        }
        Map<LocationId, Location> places =
                locations.byId(
                        shortfalls.stream().map(Shortfall::location).collect(Collectors.toSet()));
        Map<VariantId, Variant> variants =
                catalog.variantsById(
                        shortfalls.stream().map(Shortfall::variant).collect(Collectors.toSet()));
        return shortfalls.stream()
                .collect(
                        Collectors.toMap(
                                shortfall -> shortfall,
                                shortfall ->
                                        finding(
                                                shortfall.kind(),
                                                Objects.requireNonNull(
                                                                places.get(shortfall.location()))
                                                        .code(),
                                                Objects.requireNonNull(
                                                                variants.get(shortfall.variant()))
                                                        .sku())));
    }

    private static Finding finding(ExceptionKind kind, String location, String sku) {
        String text =
                kind == ExceptionKind.NEGATIVE_STOCK
                        ? "On hand of %s at %s is below zero."
                        : "More of %s at %s is promised than is there.";
        return new Finding(
                kind,
                Subject.of(location, sku),
                text.formatted(sku, location),
                Map.of("location", location, "sku", sku));
    }
}
