package io.onhand.sync;

import io.onhand.measure.Quantity;
import io.onhand.stock.Account;
import io.onhand.stock.MovementType;
import io.onhand.stock.PostingId;
import io.onhand.stock.SourceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The law of counts in a few lines: a fact before a count is followed by its correction. */
final class PaperLevel {

    static final SourceId TILL = new SourceId(new UUID(0, 7));
    static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    static final Instant RECORDED = Instant.parse("2026-11-20T00:00:00Z");

    private static final SourceId OTHER = new SourceId(new UUID(0, 8));

    private final List<Moved> movements = new ArrayList<>();

    /** Posts a count or a change, by the till itself or by somebody else; what moved. */
    List<Moved> post(boolean own, boolean count, Quantity quantity, Instant at) {
        var posting = new PostingId(UUID.randomUUID());
        SourceId source = own ? TILL : OTHER;
        Quantity change = count ? quantity.minus(bookAt(at)) : quantity;
        Optional<Moved> next =
                movements.stream()
                        .filter(moved -> moved.type() == MovementType.COUNT)
                        .filter(moved -> moved.occurredAt().isAfter(at))
                        .min(Comparator.comparing(Moved::occurredAt));
        int before = movements.size();
        MovementType type = count ? MovementType.COUNT : MovementType.ADJUSTMENT;
        add(type, change, count ? quantity : null, at, null, posting, source);
        next.ifPresent(
                late ->
                        add(
                                MovementType.COUNT_CORRECTION,
                                change.negated(),
                                null,
                                late.occurredAt(),
                                (long) before + 1,
                                posting,
                                source));
        return List.copyOf(movements.subList(before, movements.size()));
    }

    private void add(
            MovementType type,
            Quantity quantity,
            @Nullable Quantity counted,
            Instant at,
            @Nullable Long because,
            PostingId posting,
            SourceId source) {
        movements.add(
                new Moved(
                        movements.size() + 1L,
                        Account.ON_HAND,
                        type,
                        quantity,
                        counted,
                        at,
                        RECORDED,
                        because,
                        false,
                        posting,
                        source));
    }

    /** Everything ordered before that moment; a correction belongs to its count. */
    private Quantity bookAt(Instant at) {
        return movements.stream()
                .filter(moved -> moved.occurredAt().isBefore(at))
                .map(Moved::quantity)
                .reduce(Quantity.ZERO, Quantity::plus);
    }

    Quantity onHand() {
        return movements.stream().map(Moved::quantity).reduce(Quantity.ZERO, Quantity::plus);
    }
}
