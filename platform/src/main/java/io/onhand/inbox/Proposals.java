package io.onhand.inbox;

import io.onhand.channels.EventType;
import io.onhand.channels.SourceEvent;
import io.onhand.exceptions.ExceptionKind;
import io.onhand.inbox.Understood.Part;
import io.onhand.measure.PlainText;
import io.onhand.measure.Quantity;
import io.onhand.plugin.DocumentKey;
import io.onhand.plugin.Observation;
import io.onhand.plugin.PosEvent;
import io.onhand.plugin.PosEvent.PosLine;
import io.onhand.plugin.ReadItem;
import io.onhand.stock.Posting;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks what a plugin proposes by the rules that hold for everybody. */
final class Proposals {

    /** A clock that is off by more than a year tells nothing. */
    private static final long CLOCK_ERROR_MS_MAX = 366L * 24 * 60 * 60 * 1_000;

    private static final int DETAIL_LENGTH_MAX = 500;
    private static final String HINT_KIND = "[a-z][a-z0-9-]{0,31}";
    private static final String TIME =
            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z";
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Set<String> REASONS =
            Set.of(
                    "damaged",
                    "stolen",
                    "expired",
                    "found",
                    "missing",
                    "sample",
                    "donation",
                    "internal-use",
                    "data-entry-error",
                    "quality",
                    "supplier-return",
                    "other");

    private Proposals() {}

    /** A rule is broken. */
    private static final class Broken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient ExceptionKind kind;

        Broken(ExceptionKind kind, String detail) {
            super(detail, null, false, false);
            this.kind = kind;
        }
    }

    static Part check(ReadItem item) {
        return switch (item) {
            case ReadItem.Told(var event, var detail) -> check(event, detail);
            case ReadItem.Hint(var key) -> check(key);
            case ReadItem.Changed(var what) -> new Part.Changed(what);
            case ReadItem.Observed(var observation) -> check(observation);
            case ReadItem.Echo(var change) -> new Part.Echo(shown(change));
            case ReadItem.Nothing(var externalId, var detail) ->
                    new Part.Quiet(idOrNull(externalId), shown(detail));
            case ReadItem.Unreadable(var externalId, var detail) ->
                    new Part.Bad(ExceptionKind.UNREADABLE, idOrNull(externalId), shown(detail));
        };
    }

    private static Part check(DocumentKey key) {
        try {
            demand(key.kind().matches(HINT_KIND), "kind is no word of a document's kind.");
            text("id", key.id(), SourceEvent.EXTERNAL_ID_LENGTH_MAX);
            if (key.since() != null) {
                time(key.since());
            }
            return new Part.Hint(key);
        } catch (Broken broken) {
            return new Part.Bad(
                    broken.kind, idOrNull(key.id()), shown(String.valueOf(broken.getMessage())));
        }
    }

    /** What cannot be an observation is none: nothing hangs on a single one. */
    private static Part check(Observation seen) {
        try {
            text("item", seen.item(), PlainText.CODE_LENGTH_MAX);
            text("location", seen.location(), PlainText.CODE_LENGTH_MAX);
            Quantity.parse(seen.quantity());
            time(seen.at());
            return new Part.Seen(seen);
        } catch (Broken | IllegalArgumentException e) {
            return new Part.Quiet(null, "An observation cannot be read.");
        }
    }

    private static Part check(PosEvent event, @Nullable String detail) {
        try {
            return new Part.Good(sourceEvent(event), detail == null ? null : shown(detail));
        } catch (Broken broken) {
            return new Part.Bad(
                    broken.kind,
                    idOrNull(event.externalId()),
                    shown(String.valueOf(broken.getMessage())));
        }
    }

    private static SourceEvent sourceEvent(PosEvent event) {
        text("externalId", event.externalId(), SourceEvent.EXTERNAL_ID_LENGTH_MAX);
        text("location", event.location(), PlainText.CODE_LENGTH_MAX);
        optional("fulfils", event.fulfils(), SourceEvent.EXTERNAL_ID_LENGTH_MAX);
        optional("note", event.note(), PlainText.NOTE_LENGTH_MAX);
        EventType type = type(event.type());
        demand(event.revision() >= 0, "revision is below zero.");
        demand(
                event.clockErrorMs() >= 0 && event.clockErrorMs() <= CLOCK_ERROR_MS_MAX,
                "clockErrorMs is below zero or more than a year.");
        demand(
                event.reason() == null || REASONS.contains(event.reason()),
                "reason is none of the known ones.");
        demand(
                type != EventType.ADJUSTMENT || event.reason() != null,
                "An adjustment says why: reason is missing.");
        return new SourceEvent(
                event.externalId(),
                event.revision(),
                type,
                event.location(),
                time(event.occurredAt()),
                event.clockErrorMs(),
                event.fulfils(),
                event.reason(),
                event.note(),
                lines(type, event.lines()));
    }

    private static List<SourceEvent.Line> lines(EventType type, List<PosLine> lines) {
        demand(
                lines.isEmpty() == (type == EventType.VOID),
                "Every event but a void has lines, and a void has none.");
        demand(
                lines.size() <= Posting.LINES_MAX,
                "An event has at most " + Posting.LINES_MAX + " lines.");
        List<SourceEvent.Line> checked = new ArrayList<>(lines.size());
        Set<String> ids = new HashSet<>();
        for (PosLine line : lines) {
            String id = line.line() == null ? Integer.toString(checked.size() + 1) : line.line();
            text("line", id, PlainText.CODE_LENGTH_MAX);
            text("sku", line.sku(), PlainText.CODE_LENGTH_MAX);
            demand(ids.add(id), "Two lines have one id.");
            checked.add(new SourceEvent.Line(id, line.sku(), quantity(type, line.quantity())));
        }
        return checked;
    }

    private static Quantity quantity(EventType type, String text) {
        if (isTooFine(text)) {
            throw new Broken(
                    ExceptionKind.QUANTITY_TOO_FINE,
                    "A quantity has at most %d decimals.".formatted(Quantity.DECIMALS_MAX));
        }
        try {
            Quantity quantity = Quantity.parse(text);
            boolean fits =
                    switch (type) {
                        case SALE -> quantity.signum() != 0;
                        case RETURN, RECEIPT -> quantity.signum() > 0;
                        case COUNT -> quantity.signum() >= 0;
                        case ADJUSTMENT, VOID -> true;
                    };
            demand(fits, "A %s has no such quantity.".formatted(type.word()));
            return quantity;
        } catch (IllegalArgumentException e) {
            throw new Broken(
                    ExceptionKind.UNREADABLE, "quantity is wrong: " + e.getMessage() + ".");
        }
    }

    private static boolean isTooFine(String text) {
        return text.length() <= 64
                && text.matches("-?[0-9]+\\.[0-9]+")
                && new BigDecimal(text).stripTrailingZeros().scale() > Quantity.DECIMALS_MAX;
    }

    private static EventType type(String word) {
        for (EventType type : EventType.values()) {
            if (type.word().equals(word)) {
                return type;
            }
        }
        throw new Broken(ExceptionKind.UNREADABLE, "type is none of the known ones.");
    }

    private static Instant time(String text) {
        try {
            if (text.matches(TIME)) {
                Instant time = Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
                demand(!time.isBefore(FIRST), "occurredAt lies before the first year.");
                return time;
            }
        } catch (DateTimeException e) {
            // said below
        }
        throw new Broken(
                ExceptionKind.UNREADABLE,
                "occurredAt is no time in UTC, such as 2026-11-25T09:30:00Z.");
    }

    private static void text(String field, String text, int lengthMax) {
        try {
            PlainText.check(text, lengthMax);
        } catch (IllegalArgumentException e) {
            throw new Broken(ExceptionKind.UNREADABLE, field + " " + e.getMessage() + ".");
        }
    }

    private static void optional(String field, @Nullable String text, int lengthMax) {
        if (text != null) {
            text(field, text, lengthMax);
        }
    }

    private static void demand(boolean kept, String otherwise) {
        if (!kept) {
            throw new Broken(ExceptionKind.UNREADABLE, otherwise);
        }
    }

    private static @Nullable String idOrNull(@Nullable String externalId) {
        try {
            return externalId == null
                    ? null
                    : PlainText.check(externalId, SourceEvent.EXTERNAL_ID_LENGTH_MAX);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** A plugin's sentence, in a form that can be kept and shown. */
    static String shown(String text) {
        String plain = text.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
        return plain.length() > DETAIL_LENGTH_MAX ? plain.substring(0, DETAIL_LENGTH_MAX) : plain;
    }
}
