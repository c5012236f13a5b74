package io.onhand.inbox;

import io.onhand.channels.Rehearsal;
import io.onhand.channels.Rehearsals;
import io.onhand.exceptions.ExceptionId;
import io.onhand.exceptions.ExceptionQueries;
import io.onhand.exceptions.OpenWork;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Settles many of the current tenant's exceptions in one way, and tells before what that would come
 * to. Each is settled as {@link Settlements} settles one, and is an entry of its own in the trail;
 * what a program that died has left is still open, and may be settled again. What is not for many
 * is not offered where there are several.
 */
@Component
public class BulkSettlements {

    /** Exceptions that are settled together. */
    public static final int EXCEPTIONS_MAX = 200;

    private final Settlements settlements;
    private final ExceptionQueries queries;
    private final Rehearsals rehearsals;
    private final DeliveryQueries deliveries;
    private final PreviewNames names;
    private final DriftDoor drift;

    BulkSettlements(
            Settlements settlements,
            ExceptionQueries queries,
            Rehearsals rehearsals,
            DeliveryQueries deliveries,
            PreviewNames names,
            DriftDoor drift) {
        this.settlements = settlements;
        this.queries = queries;
        this.rehearsals = rehearsals;
        this.deliveries = deliveries;
        this.names = names;
        this.drift = drift;
    }

    /**
     * What {@link #settle} would come to. Changes nothing: it is done in a transaction that is
     * taken back. Must not run inside a transaction.
     *
     * @param ids at most {@link #EXCEPTIONS_MAX}
     */
    public SettlementPreview preview(List<ExceptionId> ids, Settlement settlement) {
        List<OpenWork> able = new ArrayList<>();
        for (ExceptionId id : isOffered(ids, settlement) ? distinct(ids) : List.<ExceptionId>of()) {
            Optional<OpenWork> found = queries.find(id);
            found.filter(work -> work.actions().contains(settlement.action())).ifPresent(able::add);
        }
        if (Settlements.isOfDrift(settlement)) {
            return preview(able, distinct(ids).size() - able.size(), settlement);
        }
        List<OpenWork> ofDeliveries = able.stream().filter(Settlements::isOfDelivery).toList();
        boolean ignores = settlement instanceof Settlement.Ignore;
        List<ExceptionId> all = able.stream().map(OpenWork::id).toList();
        Rehearsal found =
                ignores
                        ? Rehearsal.NOTHING
                        : rehearsals.of(all, () -> settlements.note(able, settlement));
        return new SettlementPreview(
                able.size(),
                distinct(ids).size() - able.size(),
                found.posted(),
                found.unmoved(),
                found.waiting(),
                ignores ? rehearsals.waitingFor(all) + deliveries.badParts(all) : 0,
                settlement instanceof Settlement.Retry ? ofDeliveries.size() : 0,
                found.whole(),
                names.named(found.levels()));
    }

    /** Where tills show other numbers. */
    private SettlementPreview preview(List<OpenWork> able, int left, Settlement settlement) {
        if (settlement instanceof Settlement.PushOurs) {
            int told = (int) able.stream().filter(drift::canPushOurs).count();
            return moving(told, left + able.size() - told, List.of());
        }
        List<SettlementPreview.Level> levels =
                able.stream().flatMap(work -> foresee(work, settlement).stream()).toList();
        return moving(levels.size(), left + able.size() - levels.size(), levels);
    }

    private Optional<SettlementPreview.Level> foresee(OpenWork work, Settlement settlement) {
        return settlement instanceof Settlement.CountIt(var counted)
                ? drift.foresee(work, counted)
                : drift.foresee(work);
    }

    private static SettlementPreview moving(
            int settled, int left, List<SettlementPreview.Level> levels) {
        return new SettlementPreview(settled, left, levels.size(), 0, 0, 0, 0, true, levels);
    }

    /**
     * Settles each of these. Must not run inside a transaction.
     *
     * @param ids at most {@link #EXCEPTIONS_MAX}
     * @return what came of each, in their order
     */
    public Map<ExceptionId, SettlementResult> settle(List<ExceptionId> ids, Settlement settlement) {
        Map<ExceptionId, SettlementResult> results = new LinkedHashMap<>();
        for (ExceptionId id : distinct(ids)) {
            results.put(
                    id,
                    isOffered(ids, settlement)
                            ? settlements.settle(id, settlement)
                            : new SettlementResult.NotOffered());
        }
        return results;
    }

    private static boolean isOffered(List<ExceptionId> ids, Settlement settlement) {
        return settlement.action().isForMany() || distinct(ids).size() == 1;
    }

    private static LinkedHashSet<ExceptionId> distinct(List<ExceptionId> ids) {
        var distinct = new LinkedHashSet<ExceptionId>(ids);
        if (distinct.size() > EXCEPTIONS_MAX) {
            throw new IllegalArgumentException(distinct.size() + " exceptions at a time");
        }
        return distinct;
    }
}
