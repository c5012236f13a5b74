package io.onhand.admin.connections;

import io.onhand.channels.Connection;
import io.onhand.channels.ConnectionDetails;
import io.onhand.inbox.Incoming;
import io.onhand.sync.Stand;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a connection stands.
 *
 * @param details all that is known of it but its secrets
 * @param pluginName what understands it, for people
 * @param hook the address to be pasted at the vendor; null if it has none
 * @param incoming how its messages come in
 * @param stand how far it is with asking and telling; null if it does neither
 * @param drift how many differences the last comparison could not explain; null if there was none
 * @param access what a test of the access came to; null if none was made
 * @param signIn whether a person can sign in at the vendor
 * @param places what it calls the visitor's locations
 */
public record HealthPage(
        ConnectionDetails details,
        String pluginName,
        @Nullable String hook,
        Incoming incoming,
        @Nullable Stand stand,
        @Nullable Long drift,
        @Nullable Access access,
        boolean signIn,
        List<Place> places) {

    /**
     * A place.
     *
     * @param external the vendor's name of it
     * @param code ours
     */
    public record Place(String external, String code, String name) {}

    /**
     * What a test of the access came to.
     *
     * @param word {@code good}, {@code later}, {@code lost} or {@code failed}
     * @param detail a sentence for people where there is one
     * @param places how many places the vendor named
     */
    public record Access(String word, String detail, int places) {}

    /** The word of its state: {@code paused}, {@code failing}, {@code quiet} or {@code healthy}. */
    public String state() {
        if (isPaused()) {
            return "paused";
        }
        if (stand != null && stand.failure() != null) {
            return "failing";
        }
        boolean quiet = incoming.lastAt() == null && (stand == null || stand.polledAt() == null);
        return quiet ? "quiet" : "healthy";
    }

    public boolean isPaused() {
        return stand != null && stand.paused();
    }

    public boolean isObserved() {
        return details.connection().mode() == Connection.Mode.OBSERVE;
    }
}
