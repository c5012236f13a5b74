package io.onhand.web.live;

import io.onhand.identity.Caller;
import io.onhand.live.Pass;
import io.onhand.tenancy.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * One way to prove who one is at the live door, and to ask again later whether that still holds.
 */
public interface Credentials {

    /** Whose passes these are. */
    Actor.Type holders();

    /** Whether a browser sends them by itself, so that the page's origin must be ours. */
    boolean areAmbient();

    /** Whether the request shows any of this kind, good or bad. */
    boolean areShownBy(HttpServletRequest request);

    /** Who shows them; nobody when they are bad. */
    Optional<Pass> pass(HttpServletRequest request);

    /**
     * What the holder of a pass may do now, read anew; nobody when it is worth nothing any more.
     */
    Optional<Caller> holder(Pass pass);

    /** Whether somebody without rights is still signed in: then rights were withdrawn. */
    default boolean isSignedIn(Pass pass) {
        return false;
    }

    /**
     * Of these passes, those that ended with nobody announcing it; asked once a second for all that
     * are in use.
     */
    default Set<Pass> ended(Collection<Pass> passes) {
        return Set.of();
    }
}
