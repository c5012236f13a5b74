package io.onhand.channels;

import io.onhand.exceptions.ExceptionId;
import io.onhand.secrets.Secrets;
import io.onhand.stock.ContentHash;
import io.onhand.stock.Identity;
import io.onhand.stock.PostingId;
import io.onhand.tenancy.Region;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that was kept because it was not applied when it came.
 *
 * @param id under which it is kept
 * @param posting where it is in the ledger, once it was settled
 * @param delivery the raw message that it came in
 */
record HeldEvent(
        UUID id,
        ContentHash content,
        State state,
        ExceptionId exception,
        @Nullable PostingId posting,
        @Nullable UUID delivery) {

    static final String WAITS = "It waits until its exception is settled.";
    static final String OTHER = "Another content came under this id and revision before.";

    /** What became of it since. */
    enum State {
        EXCEPTION,
        CONFLICT,
        IGNORED,
        APPLIED,
        STALE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** Where and as what an event is kept. */
    record Place(UUID id, ContentHash content, State state) {}

    /** The one event that may wait under an identity has the id of the posting it would be. */
    static UUID idOfWaiting(Identity identity) {
        return identity.postingId().value();
    }

    /** Every other content under that identity has an id of its own. */
    static UUID idOfConflict(Identity identity, ContentHash content) {
        UUID posting = identity.postingId().value();
        byte[] bytes =
                ByteBuffer.allocate(48)
                        .putLong(posting.getMostSignificantBits())
                        .putLong(posting.getLeastSignificantBits())
                        .put(content.bytes())
                        .array();
        ByteBuffer hash = ByteBuffer.wrap(Secrets.sha256(bytes));
        return Region.of(posting).place(new UUID(hash.getLong(), hash.getLong()));
    }

    /** The answer to the same event when it comes again. */
    EventResult resultFor(SourceEvent event) {
        return switch (state) {
            case EXCEPTION ->
                    EventResult.of(event, EventOutcome.EXCEPTION).raised(exception, WAITS);
            case CONFLICT -> EventResult.of(event, EventOutcome.CONFLICT).raised(exception, OTHER);
            case IGNORED -> EventResult.of(event, EventOutcome.DUPLICATE);
            case APPLIED -> EventResult.of(event, EventOutcome.DUPLICATE).posted(posting);
            case STALE -> EventResult.of(event, EventOutcome.STALE);
        };
    }
}
