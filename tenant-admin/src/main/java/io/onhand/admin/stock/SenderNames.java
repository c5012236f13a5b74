package io.onhand.admin.stock;

import io.onhand.channels.Connection;
import io.onhand.channels.ConnectionQueries;
import io.onhand.identity.People;
import io.onhand.identity.PersonId;
import io.onhand.stock.Movement;
import io.onhand.stock.PostingHead;
import io.onhand.stock.SourceId;
import io.onhand.tenancy.Actor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who told us of a posting, by name: a connection, the API, or the program itself. */
@Component
class SenderNames {

    /** Enough of a key's id to tell it from others. */
    private static final int ID_SHOWN = 8;

    private final ConnectionQueries connections;
    private final People people;
    private final Words words;

    SenderNames(ConnectionQueries connections, People people, Words words) {
        this.connections = connections;
        this.people = people;
        this.words = words;
    }

    /** Names the senders of these movements' postings. */
    Function<PostingHead, String> of(List<Movement> movements) {
        var postings = movements.stream().map(Movement::posting).toList();
        var sources =
                postings.stream()
                        .map(posting -> posting.identity().source())
                        .filter(source -> !source.equals(SourceId.ONHAND))
                        .collect(Collectors.toSet());
        var persons =
                postings.stream()
                        .map(PostingHead::actor)
                        .filter(actor -> actor.type() == Actor.Type.PERSON)
                        .map(actor -> PersonId.parse(actor.id()))
                        .collect(Collectors.toSet());
        Map<PersonId, String> called = people.names(persons);
        Map<SourceId, String> names = names(sources);
        return posting -> sender(posting, names, called);
    }

    private Map<SourceId, String> names(Set<SourceId> sources) {
        return connections.codes(sources).entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                entry ->
                                        connections
                                                .byCode(entry.getValue())
                                                .map(Connection::name)
                                                .orElse(entry.getValue())));
    }

    private String sender(
            PostingHead posting, Map<SourceId, String> connected, Map<PersonId, String> persons) {
        SourceId source = posting.identity().source();
        if (source.equals(SourceId.ONHAND)) {
            return words.say("sender.onhand");
        }
        Actor actor = posting.actor();
        String name = connected.get(source);
        if (name != null && actor.type() == Actor.Type.CONNECTION) {
            return words.say("sender.itself", name);
        }
        String by = actor(actor, persons);
        return name == null
                ? words.say("sender.api", by)
                : words.say("sender.connection", name, by);
    }

    private String actor(Actor actor, Map<PersonId, String> persons) {
        String id = actor.id();
        String shown =
                switch (actor.type()) {
                    case PERSON -> persons.getOrDefault(PersonId.parse(id), id);
                    case API_KEY -> id.substring(0, Math.min(ID_SHOWN, id.length()));
                    case CONNECTION, SYSTEM -> id;
                };
        return words.say("actor." + actor.type().word(), shown);
    }
}
