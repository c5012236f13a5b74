package io.onhand.identity;

import io.onhand.relay.Announcements;
import io.onhand.tenancy.Actor;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells all programs that somebody's rights are others now: a key revoked, a session ended, a role
 * or a location taken away. Whoever lets somebody in for longer than a request listens.
 */
@Component
public class RightsChanges {

    /** The topic of these announcements. */
    public static final String TOPIC = "identity.rights.changed";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Announcements announcements;

    RightsChanges(Announcements announcements) {
        this.announcements = announcements;
    }

    private record Envelope(String type, String id) {}

    /** Announces it in the writing transaction that runs and makes the change. */
    public void announce(Actor actor) {
        announcements.announce(
                TOPIC, JSON.writeValueAsString(new Envelope(actor.type().word(), actor.id())));
    }

    /** Whose rights an announcement is about. */
    public static Actor actor(String envelope) {
        var read = JSON.readValue(envelope, Envelope.class);
        return new Actor(Actor.Type.ofWord(read.type()), read.id());
    }
}
