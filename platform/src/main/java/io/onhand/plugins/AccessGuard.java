package io.onhand.plugins;

import io.onhand.plugin.Declaration;
import io.onhand.plugin.Declaration.OAuth;
import io.onhand.plugin.Outcome;
import io.onhand.plugins.VendorAccess.Refreshed;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Stands around the calls of plugins and sees to their access: refreshes the token before its end,
 * and when a plugin says that it ran out, and then has the call made once more.
 */
@Component
class AccessGuard {

    private static final long SOON_SECONDS = 1;

    private final VendorAccess access;
    private final AccessWatch watch;

    AccessGuard(VendorAccess access, AccessWatch watch) {
        this.access = access;
        this.watch = watch;
    }

    /**
     * What became of one try.
     *
     * @param asked whether the vendor was asked for it
     */
    record Attempt<T>(Outcome<T> outcome, boolean asked) {}

    /** Has a call made, at most twice. */
    <T> Outcome<T> guarded(
            Installation installation, Declaration declaration, Supplier<Attempt<T>> call) {
        OAuth oauth = declaration.oauth();
        if (oauth == null) {
            return told(installation, call.get());
        }
        access.refreshAhead(installation, oauth);
        Optional<String> used = access.token(installation, oauth);
        Attempt<T> first = call.get();
        if (!(first.outcome() instanceof Outcome.Reauthorise<T>(var expired))) {
            return told(installation, first);
        }
        if (!expired) {
            // what is refused may be a token in whose place a person has put another meanwhile
            return access.token(installation, oauth).equals(used)
                    ? told(installation, first)
                    : new Outcome.Retry<>(SOON_SECONDS);
        }
        return switch (access.refresh(installation, oauth, used)) {
            case Refreshed.YES -> told(installation, call.get());
            case Refreshed.LATER -> new Outcome.Retry<>(SOON_SECONDS);
            case Refreshed.NO ->
                    told(installation, new Attempt<>(new Outcome.Reauthorise<>(false), true));
        };
    }

    private <T> Outcome<T> told(Installation installation, Attempt<T> attempt) {
        if (attempt.outcome() instanceof Outcome.Reauthorise<T>) {
            watch.lost(installation);
        } else if (attempt.outcome() instanceof Outcome.Ok<T> && attempt.asked()) {
            watch.works(installation);
        }
        return attempt.outcome();
    }
}
