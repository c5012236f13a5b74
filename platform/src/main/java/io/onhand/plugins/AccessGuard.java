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
            return refused(installation, oauth, used);
        }
        return switch (access.refresh(installation, oauth, used)) {
            case Refreshed.YES -> again(installation, oauth, call);
            case Refreshed.LATER -> new Outcome.Retry<>(SOON_SECONDS);
            case Refreshed.NO -> refused(installation, oauth, used);
        };
    }

    private <T> Outcome<T> again(
            Installation installation, OAuth oauth, Supplier<Attempt<T>> call) {
        Optional<String> used = access.token(installation, oauth);
        Attempt<T> second = call.get();
        return second.outcome() instanceof Outcome.Reauthorise<T>
                ? refused(installation, oauth, used)
                : told(installation, second);
    }

    /**
     * What is refused may be a token in whose place a person has put another meanwhile. That is
     * looked for after the alarm, too: it would stand if it came after the all-clear of the new
     * one.
     */
    private <T> Outcome<T> refused(Installation installation, OAuth oauth, Optional<String> used) {
        if (access.token(installation, oauth).equals(used)) {
            watch.lost(installation);
            if (access.token(installation, oauth).equals(used)) {
                return new Outcome.Reauthorise<>(false);
            }
            watch.works(installation);
        }
        return new Outcome.Retry<>(SOON_SECONDS);
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
