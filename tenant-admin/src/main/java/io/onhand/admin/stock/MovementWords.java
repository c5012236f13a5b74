package io.onhand.admin.stock;

import io.onhand.admin.ui.Figure;
import io.onhand.admin.ui.StoreTime;
import io.onhand.stock.Account;
import io.onhand.stock.Movement;
import io.onhand.stock.MovementType;
import io.onhand.stock.PostingHead;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;

/** Says what a movement is, where it comes from and when it was. */
class MovementWords {

    /** Learnt of within this time, the delay is shown; beyond it, the other time. */
    private static final Duration PROMPT = Duration.ofMinutes(1);

    private final Words words;
    private final StoreTime clock;
    private final Function<PostingHead, String> sender;

    MovementWords(Words words, StoreTime clock, Function<PostingHead, String> sender) {
        this.words = words;
        this.clock = clock;
        this.sender = sender;
    }

    String kind(Movement movement) {
        if (movement.type() == MovementType.COUNT
                || movement.type() == MovementType.COUNT_CORRECTION) {
            return "count";
        }
        return movement.quantity().signum() < 0 ? "out" : "plus";
    }

    String what(Movement movement) {
        var quantity = new Figure(movement.quantity());
        return switch (movement.type()) {
            case SALE ->
                    words.say(
                            movement.quantity().signum() > 0 ? "what.sale-return" : "what.sale",
                            quantity.size());
            case ADJUSTMENT -> words.say("what.adjustment", quantity.signed(), reason(movement));
            case COUNT -> counted(movement);
            case COUNT_CORRECTION, REVERSAL ->
                    words.say("what." + movement.type().word(), quantity.signed());
            case RETURN, RECEIPT, SHIP, ARRIVE, WRITE_OFF, RESERVE, RELEASE, HOLD, UNHOLD ->
                    words.say("what." + movement.type().word(), quantity.size());
        };
    }

    private String counted(Movement movement) {
        var counted = Objects.requireNonNull(movement.counted(), "a count says what it counted");
        var expected = counted.minus(movement.quantity());
        return words.say("what.count", new Figure(counted), new Figure(expected));
    }

    private String reason(Movement movement) {
        return movement.reason() == null
                ? words.say("reason.none")
                : movement.reason().replace('-', ' ');
    }

    String why(Movement movement) {
        var posting = movement.posting();
        String by = words.say("why.by", sender.apply(posting));
        String note = posting.note() == null ? "" : words.say("why.note", posting.note());
        String account =
                movement.account() == Account.ON_HAND
                        ? ""
                        : words.say("why.account", movement.account().word().replace('-', ' '));
        String adjusted = movement.clockAdjusted() ? words.say("why.clock") : "";
        return String.join(" ", by, note, account, adjusted).strip().replaceAll(" +", " ");
    }

    String trail(Movement movement) {
        var identity = movement.posting().identity();
        return identity.revision() == 0
                ? words.say("trail", identity.externalId(), movement.line())
                : words.say(
                        "trail.revised",
                        identity.externalId(),
                        movement.line(),
                        identity.revision());
    }

    /** Both times in full. */
    String times(Movement movement) {
        return words.say(
                "times", clock.exact(movement.occurredAt()), clock.exact(movement.recordedAt()));
    }

    /** When it was learnt of, beside when it happened. */
    String recorded(Movement movement) {
        var delay = Duration.between(movement.occurredAt(), movement.recordedAt());
        if (delay.compareTo(PROMPT) < 0) {
            return words.say("recorded.after", StoreTime.tenths(delay));
        }
        var date = clock.date(movement.recordedAt());
        return words.say(
                "recorded.at",
                date.equals(clock.date(movement.occurredAt()))
                        ? clock.minutes(movement.recordedAt(), movement.occurredAt())
                        : StoreTime.dayOfMonth(date));
    }
}
