package io.onhand.web.api.v1;

import io.onhand.channels.EventType;
import io.onhand.channels.SourceEvent;
import io.onhand.measure.Quantity;
import io.onhand.stock.Posting;
import io.onhand.web.api.Checked;
import io.onhand.web.api.Code;
import io.onhand.web.api.Faults;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is sent.
 *
 * @param externalId the sender's id of the document
 * @param revision the state of that document; 0 when it is left out
 * @param type what it tells
 * @param location the sender's name of the place
 * @param occurredAt when it happened
 * @param clockErrorMs by how much the sender's clock may be off, milliseconds; 0 when it is left
 *     out
 * @param fulfils the reservation that it uses up
 * @param reason why; obligatory for an adjustment
 * @param lines obligatory but for a void, which has none
 */
record EventBody(
        @Size(min = 1, max = SourceEvent.EXTERNAL_ID_LENGTH_MAX) String externalId,
        @Nullable @PositiveOrZero Long revision,
        EventType type,
        @Code String location,
        Instant occurredAt,
        @Nullable @PositiveOrZero Long clockErrorMs,
        @Nullable @Size(min = 1, max = FULFILS_LENGTH_MAX) String fulfils,
        @Nullable Reason reason,
        @Nullable String note,
        @Nullable @Size(max = Posting.LINES_MAX) List<EventLine> lines)
        implements Checked {

    /** A clock that is off by more than a year tells nothing. */
    static final long CLOCK_ERROR_MS_MAX = 366L * 24 * 60 * 60 * 1_000;

    private static final int FULFILS_LENGTH_MAX = 200;

    List<EventLine> linesOrNone() {
        return lines == null ? List.of() : lines;
    }

    long revisionOrFirst() {
        return revision == null ? 0 : revision;
    }

    @Override
    public void check(Faults faults) {
        if (clockErrorMs != null && clockErrorMs > CLOCK_ERROR_MS_MAX) {
            faults.at("clockErrorMs").add("out-of-range", "At most a year is expected.");
        }
        if (type == EventType.ADJUSTMENT && reason == null) {
            faults.at("reason").add("missing", "An adjustment says why.");
        }
        checkNumber(faults.at("lines"));
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < linesOrNone().size(); i++) {
            check(linesOrNone().get(i), i, ids, faults.at("lines").at(i));
        }
    }

    private void checkNumber(Faults faults) {
        if (type == EventType.VOID) {
            if (!linesOrNone().isEmpty()) {
                faults.add("too-many-lines", "A void has no lines.");
            }
        } else if (lines == null) {
            faults.add("missing", "Every event but a void has lines.");
        } else if (lines.isEmpty()) {
            faults.add("too-few-lines", "Every event but a void has lines.");
        }
    }

    private void check(EventLine line, int index, Set<String> ids, Faults faults) {
        if (!ids.add(line.id(index + 1))) {
            faults.at("line").add("repeated-line", "Another line of this event has this id.");
        }
        if (!fits(line.quantity())) {
            faults.at("quantity")
                    .add("bad-quantity", "A %s has no such quantity.".formatted(type.word()));
        }
    }

    private boolean fits(Quantity quantity) {
        return switch (type) {
            case SALE -> quantity.signum() != 0;
            case RETURN, RECEIPT -> quantity.signum() > 0;
            case COUNT -> quantity.signum() >= 0;
            case ADJUSTMENT, VOID -> true;
        };
    }

    SourceEvent event() {
        List<EventLine> sent = linesOrNone();
        return new SourceEvent(
                externalId,
                revisionOrFirst(),
                type,
                location,
                occurredAt,
                clockErrorMs == null ? 0 : clockErrorMs,
                fulfils,
                reason == null ? null : reason.word(),
                note,
                IntStream.range(0, sent.size()).mapToObj(i -> sent.get(i).at(i + 1)).toList());
    }
}
