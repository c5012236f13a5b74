package io.onhand.stock;

import io.onhand.tenancy.TenantId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What waits in one lane. Tenants take turns, one posting at a turn, so that nobody waits behind
 * another tenant's thousands. Guarded by the waiting room.
 */
class Turns {

    /** Lines in a batch. */
    static final int BATCH_LINES_MAX = 1_000;

    /** Lines of one tenant in a batch while others wait. */
    static final int SHARE_LINES_MAX = BATCH_LINES_MAX / 4;

    private final Map<TenantId, Turn> turns = new HashMap<>();
    private final Deque<Turn> order = new ArrayDeque<>();

    /** One tenant's postings of this lane, and how much of the current batch it has. */
    private static final class Turn {
        private final TenantId tenant;
        private final Deque<Waiting> postings = new ArrayDeque<>();
        private int taken;

        private Turn(TenantId tenant) {
            this.tenant = tenant;
        }
    }

    boolean isEmpty() {
        return order.isEmpty();
    }

    void addLast(Waiting posting) {
        turnOf(posting.tenant()).postings.addLast(posting);
    }

    /** For what has waited for its turn already, behind another of its document. */
    void addFirst(Waiting posting) {
        turnOf(posting.tenant()).postings.addFirst(posting);
    }

    private Turn turnOf(TenantId tenant) {
        return turns.computeIfAbsent(
                tenant,
                id -> {
                    var turn = new Turn(id);
                    order.addLast(turn);
                    return turn;
                });
    }

    /** Takes what is there, at most a batch; empty only if nothing waits. */
    List<Waiting> take() {
        if (order.isEmpty()) {
            return List.of();
        }
        int share = order.size() == 1 ? BATCH_LINES_MAX : SHARE_LINES_MAX;
        if (order.getFirst().postings.getFirst().lines() > share) {
            return List.of(takeOne(order.removeFirst()));
        }
        return takeTurns(share);
    }

    private List<Waiting> takeTurns(int share) {
        List<Waiting> batch = new ArrayList<>();
        List<Turn> passed = new ArrayList<>();
        List<Turn> served = new ArrayList<>();
        int room = BATCH_LINES_MAX;
        while (room > 0 && !order.isEmpty()) {
            Turn turn = order.removeFirst();
            int lines = turn.postings.getFirst().lines();
            if (lines > room || turn.taken + lines > share) {
                (turn.taken == 0 ? passed : served).add(turn);
                continue;
            }
            room -= lines;
            turn.taken += lines;
            batch.add(takeOne(turn));
        }
        // who got nothing because its posting was too large is first in the next batch
        passed.reversed().forEach(order::addFirst);
        order.addAll(served);
        order.forEach(turn -> turn.taken = 0);
        return batch;
    }

    /** Takes the tenant's oldest and puts the tenant, if more of it waits, behind the others. */
    private Waiting takeOne(Turn turn) {
        Waiting posting = turn.postings.removeFirst();
        if (turn.postings.isEmpty()) {
            turns.remove(turn.tenant);
        } else {
            order.addLast(turn);
        }
        return posting;
    }

    /** Empties the lane. */
    List<Waiting> clear() {
        List<Waiting> rest = new ArrayList<>();
        order.forEach(turn -> rest.addAll(turn.postings));
        order.clear();
        turns.clear();
        return rest;
    }
}
