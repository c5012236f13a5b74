package io.onhand.channels;

import io.onhand.exceptions.ExceptionKind;
import io.onhand.exceptions.Finding;
import io.onhand.exceptions.Subject;
import io.onhand.stock.ContentHash;
import io.onhand.stock.Posting;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is to be done with an event. */
sealed interface Reading {

    /** It goes to the ledger. */
    record Ready(Posting posting, @Nullable String detail) implements Reading {}

    /** It cannot be posted and is to be kept. */
    record Unapplied(Arrived arrived, ContentHash content, Why why) implements Reading {

        SourceEvent event() {
            return arrived.event();
        }

        /** What a person has to settle about this very event. */
        Finding finding(Connection connection, ExceptionKind kind, String detail) {
            String revision = Long.toString(event().revision());
            return new Finding(
                    kind,
                    Subject.of(connection.code(), event().externalId(), revision),
                    detail,
                    Map.of(
                            "connection",
                            connection.code(),
                            "externalId",
                            event().externalId(),
                            "revision",
                            revision));
        }
    }

    /** Why an event cannot be posted. */
    sealed interface Why {

        /** It names what we do not know; at least one finding. */
        record UnknownNames(List<Finding> findings) implements Why {}

        /** It came in a delivery and is such that it can never be posted. */
        record Impossible(ExceptionKind kind, String detail) implements Why {}

        /**
         * Its identity is taken: by another content, or by an event that is held, which may be the
         * same.
         */
        record Taken() implements Why {}
    }
}
