package io.onhand.admin.stock;

import io.onhand.channels.ConnectionQueries;
import io.onhand.stock.Movement;
import io.onhand.stock.PostingHead;
import io.onhand.stock.SourceId;
import io.onhand.tenancy.Actor;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who told us of a posting, by name: a connection, the API, or the program itself. */
@Component
class SenderNames {

    /** Enough of a key's id to tell it from others. */
    private static final int ID_SHOWN = 8;

    private final ConnectionQueries connections;
    private final Words words;

    SenderNames(ConnectionQueries connections, Words words) {
        this.connections = connections;
        this.words = words;
    }

    /** Names the senders of these movements' postings. */
    Function<PostingHead, String> of(List<Movement> movements) {
        var sources =
                movements.stream()
                        .map(movement -> movement.posting().identity().source())
                        .filter(source -> !source.equals(SourceId.ONHAND))
                        .collect(Collectors.toSet());
        Map<SourceId, String> codes = connections.codes(sources);
        return posting -> name(posting, codes);
    }

    private String name(PostingHead posting, Map<SourceId, String> codes) {
        SourceId source = posting.identity().source();
        if (source.equals(SourceId.ONHAND)) {
            return words.say("sender.onhand");
        }
        String code = codes.get(source);
        String by = actor(posting.actor());
        return code == null
                ? words.say("sender.api", by)
                : words.say("sender.connection", code, by);
    }

    private String actor(Actor actor) {
        String id = actor.id();
        return words.say(
                "actor." + actor.type().word(),
                actor.type() == Actor.Type.API_KEY && id.length() > ID_SHOWN
                        ? id.substring(0, ID_SHOWN)
                        : id);
    }
}
