package io.onhand.inbox;

import io.onhand.channels.Connection;
import io.onhand.exceptions.Subject;
import io.onhand.inbox.PartRows.Told;
import io.onhand.inbox.Understood.Part;
import io.onhand.plugin.DocumentKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** A hint and what stands where it points. */
record Found(PendingHint hint, List<Part> parts) {

    /** Parts of a hint beyond the first stand behind all that the delivery told itself. */
    private static final int PLACES = 1_000;

    private static final String NOTHING_NEW = "Nothing new is there.";

    /**
     * What this tells.
     *
     * @param at when it was found: the hint may be older than what it led to
     */
    Told told(Connection connection, Map<UUID, Long> known, Instant at) {
        DocumentKey key = hint.key();
        return new Told(
                hint.delivery(),
                at,
                _ -> Subject.of(connection.code(), key.kind(), key.id()),
                number -> hint.place() + number * PLACES,
                key.since() == null ? parts : news(connection, known),
                NOTHING_NEW);
    }

    /**
     * Of what is a list of all that happened since a time, that which moves nothing, and that of
     * which a message told, is no news.
     *
     * @param known the newest revision told of each document
     */
    private List<Part> news(Connection connection, Map<UUID, Long> known) {
        return parts.stream().filter(part -> isNews(connection, part, known)).toList();
    }

    private static boolean isNews(Connection connection, Part part, Map<UUID, Long> known) {
        return switch (part) {
            case Part.Quiet _ -> false;
            case Part.Hint(var key) ->
                    !known.containsKey(Work.ofDocument(connection.id(), key.id()));
            case Part.Good(var event, _) -> {
                Long told = known.get(Work.ofDocument(connection.id(), event.externalId()));
                yield told == null || told < event.revision();
            }
            case Part.Bad _, Part.Seen _, Part.Echo _, Part.Changed _ -> true;
        };
    }

    /** The documents that are looked up for this. */
    Stream<UUID> documents(Connection connection) {
        return hint.key().since() == null
                ? Stream.empty()
                : parts.stream()
                        .flatMap(
                                part ->
                                        switch (part) {
                                            case Part.Hint(var key) -> Stream.of(key.id());
                                            case Part.Good(var event, _) ->
                                                    Stream.of(event.externalId());
                                            default -> Stream.<String>empty();
                                        })
                        .map(id -> Work.ofDocument(connection.id(), id));
    }
}
