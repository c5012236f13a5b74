package io.onhand.stock;

import io.onhand.locations.LocationId;
import io.onhand.measure.Quantity;
import io.onhand.tenancy.Region;
import io.onhand.tenancy.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Tells the rest of the program what a batch did: one event for each location. */
final class Outbox {

    private static final int SHARDS = 32;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Outbox() {}

    private record Place(TenantId tenant, LocationId location) {

        int shard() {
            return Math.floorMod(hashCode(), SHARDS);
        }
    }

    static List<MoveStatements.Event> events(Batch batch) {
        Map<Place, List<LevelsChanged.Level>> places = new LinkedHashMap<>();
        Map<PostingId, Long> unsure = unsure(batch);
        for (Map.Entry<LevelKey, LevelFold> level : batch.changedLevels()) {
            LevelKey key = level.getKey();
            places.computeIfAbsent(
                            new Place(key.tenant(), key.location()), place -> new ArrayList<>())
                    .add(level(key, level.getValue(), unsure));
        }
        List<MoveStatements.Event> rows = new ArrayList<>();
        places.forEach((place, levels) -> rows.add(row(place, levels, batch.now())));
        return rows;
    }

    private static MoveStatements.Event row(
            Place place, List<LevelsChanged.Level> levels, Instant now) {
        UUID id = Region.HOME.newId();
        var event =
                new LevelsChanged(
                        "1.0",
                        id.toString(),
                        "onhand/stock",
                        LevelsChanged.TYPE,
                        place.location().toString(),
                        now.toString(),
                        "application/json",
                        new LevelsChanged.Data(
                                place.tenant().toString(), place.location().toString(), levels));
        return new MoveStatements.Event(
                place.shard(),
                id,
                place.tenant().value(),
                LevelsChanged.TYPE,
                JSON.writeValueAsString(event));
    }

    /** The postings whose clocks may be off; of most batches none. */
    private static Map<PostingId, Long> unsure(Batch batch) {
        Map<PostingId, Long> unsure = new HashMap<>();
        for (Entry entry : batch.entries()) {
            long error = entry.posting().clockErrorMs();
            if (error > 0) {
                unsure.put(entry.id(), error);
            }
        }
        return unsure;
    }

    private static LevelsChanged.Level level(
            LevelKey key, LevelFold fold, Map<PostingId, Long> unsure) {
        Balances balances = fold.state().balances();
        return new LevelsChanged.Level(
                key.variant().toString(),
                decimal(balances.onHand()),
                decimal(balances.available()),
                decimal(balances.committed()),
                decimal(balances.unavailable()),
                decimal(balances.incoming()),
                decimal(balances.inTransit()),
                fold.read().lastSeq() + 1,
                fold.state().lastSeq(),
                crossed(fold.read().balances().onHand(), balances.onHand()),
                promises(isOversold(fold.read().balances()), isOversold(balances)),
                counts(fold),
                clockErrorMs(fold, unsure));
    }

    private static @Nullable String counts(LevelFold fold) {
        if (fold.state().lastCountAt() == null) {
            return null;
        }
        return fold.newAnchors().isEmpty() ? "before" : "now";
    }

    private static @Nullable Long clockErrorMs(LevelFold fold, Map<PostingId, Long> unsure) {
        if (unsure.isEmpty()) {
            return null;
        }
        long greatest = 0;
        for (MovementRow row : fold.rows()) {
            greatest = Math.max(greatest, unsure.getOrDefault(row.origin().posting(), 0L));
        }
        return greatest == 0 ? null : greatest;
    }

    private static boolean isOversold(Balances balances) {
        return balances.available() < 0 && balances.committed() > 0;
    }

    private static @Nullable String promises(boolean before, boolean after) {
        if (before == after) {
            return null;
        }
        return after ? "oversold" : "covered";
    }

    private static @Nullable String crossed(long before, long after) {
        if (before < 0 == after < 0) {
            return null;
        }
        return after < 0 ? "below-zero" : "above-zero";
    }

    private static String decimal(long millionths) {
        return new Quantity(millionths).toString();
    }
}
