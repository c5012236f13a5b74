package io.onhand.channels;

import io.onhand.exceptions.ExceptionId;
import io.onhand.exceptions.Finding;
import io.onhand.stock.ContentHash;
import io.onhand.stock.PostingId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event that was not applied, and what is known of it. */
sealed interface KeptEvent {

    /** The answer to it. */
    EventResult result();

    /** It was kept before, or the ledger has it. */
    record Answered(EventResult result) implements KeptEvent {}

    /** The ledger has it since, and not by this telling. */
    record Repeated(Arrived arrived, PostingId posting) implements KeptEvent {

        @Override
        public EventResult result() {
            return EventResult.of(arrived.event(), EventOutcome.DUPLICATE).posted(posting);
        }
    }

    /** It is the same as one that is being kept now. */
    record Same(SourceEvent event, Draft draft) implements KeptEvent {

        @Override
        public EventResult result() {
            return draft.held().resultFor(event);
        }
    }

    /** It is being kept now; its exception is known once it is raised. */
    final class Draft implements KeptEvent {

        private final Arrived arrived;
        private final HeldEvent.Place place;
        private final List<Finding> findings;
        private @Nullable ExceptionId exception;

        Draft(Arrived arrived, HeldEvent.Place place, List<Finding> findings) {
            this.arrived = arrived;
            this.place = place;
            this.findings = findings;
        }

        Arrived arrived() {
            return arrived;
        }

        SourceEvent event() {
            return arrived.event();
        }

        ContentHash content() {
            return place.content();
        }

        List<Finding> findings() {
            return findings;
        }

        void waitsFor(ExceptionId raised) {
            this.exception = raised;
        }

        HeldEvent held() {
            if (exception == null) {
                throw new IllegalStateException("its exception is not raised yet");
            }
            return new HeldEvent(
                    place.id(),
                    place.content(),
                    place.state(),
                    exception,
                    null,
                    arrived.delivery());
        }

        @Override
        public EventResult result() {
            return held().resultFor(event()).noted(findings.getFirst().detail());
        }
    }
}
