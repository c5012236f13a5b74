package io.onhand.plugins;

import io.onhand.plugin.Declaration;
import io.onhand.plugin.Declaration.OAuth;
import io.onhand.plugins.TokenDesk.Answer;
import io.onhand.secrets.Secrets;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.MachineClock;
import io.onhand.tenancy.TenantTransactions;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Signs a person of the current tenant in at the vendor of a connection, by OAuth 2.0 with a code,
 * so that the connection has tokens of its own.
 */
@Component
public class VendorSignIn {

    /** How long a person has for it. */
    static final Duration TIME_MAX = Duration.ofMinutes(10);

    private static final int STATE_BYTES = 32;
    private static final int TEXT_LENGTH_MAX = 2_000;

    private final PluginRunner plugins;
    private final TokenDesk desk;
    private final VendorAccess access;
    private final VendorRoad road;
    private final TokenKeeper keeper;
    private final AccessWatch watch;
    private final SignInStateStatements states;
    private final TenantTransactions transactions;
    private final MachineClock clock;

    VendorSignIn(
            PluginRunner plugins,
            TokenDesk desk,
            VendorAccess access,
            VendorRoad road,
            TokenKeeper keeper,
            AccessWatch watch,
            SignInStateStatements states,
            TenantTransactions transactions,
            MachineClock clock) {
        this.plugins = plugins;
        this.desk = desk;
        this.access = access;
        this.road = road;
        this.keeper = keeper;
        this.watch = watch;
        this.states = states;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** How it ended. */
    public enum Result {
        SIGNED_IN,
        /** Nobody here began this, or not in time, or it was ended already. */
        UNKNOWN,
        /** The person said no at the vendor, or the vendor did not take the code. */
        REFUSED,
        /** The vendor did not answer; to be begun again. */
        NO_ANSWER
    }

    /** Whether people can sign in at the vendor of this plugin. */
    public boolean isPossible(String plugin) {
        return oauth(plugin).isPresent() && desk.clientId(plugin).isPresent();
    }

    /**
     * Begins for the current actor.
     *
     * @param redirect where the vendor sends the person back to, with {@code state} and {@code
     *     code}
     * @return where to send the person now; empty if this is not possible
     */
    public Optional<URI> begin(Installation installation, URI redirect) {
        Optional<OAuth> oauth = oauth(installation.plugin());
        Optional<String> client = desk.clientId(installation.plugin());
        Optional<VendorUrl> page = oauth.map(OAuth::authoriseUrl).flatMap(VendorUrl::of);
        if (page.isEmpty() || client.isEmpty()) {
            return Optional.empty();
        }
        String state = Secrets.random(STATE_BYTES);
        Instant now = clock.now();
        transactions.write(
                () ->
                        states.begin(
                                Secrets.sha256(state),
                                installation.connection(),
                                CurrentTenant.act().actor(),
                                redirect,
                                now,
                                now.plus(TIME_MAX)));
        String base = road.to(installation.plugin(), page.get()).address().toString();
        return Optional.of(
                URI.create(
                        base
                                + (base.contains("?") ? "&" : "?")
                                + "response_type=code&client_id="
                                + encoded(client.get())
                                + "&scope="
                                + encoded(String.join(" ", oauth.orElseThrow().scopes()))
                                + "&state="
                                + encoded(state)
                                + "&redirect_uri="
                                + encoded(redirect.toString())));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * Ends what the same actor began for this connection.
     *
     * @param state as the vendor sent it back
     * @param code likewise; empty if the person said no
     */
    public Result finish(Installation installation, String state, String code) {
        Optional<OAuth> oauth = oauth(installation.plugin());
        if (oauth.isEmpty()
                || state.length() > TEXT_LENGTH_MAX
                || code.length() > TEXT_LENGTH_MAX) {
            return Result.UNKNOWN;
        }
        Optional<URI> redirect =
                transactions.write(
                        () ->
                                states.end(
                                        Secrets.sha256(state),
                                        installation.connection(),
                                        CurrentTenant.act().actor(),
                                        clock.now()));
        if (redirect.isEmpty()) {
            return Result.UNKNOWN;
        }
        if (code.isBlank()) {
            // who says no at the vendor comes back without a code
            return Result.REFUSED;
        }
        return switch (desk.ofCode(installation, oauth.get(), code, redirect.get().toString())) {
            case Answer.Given(var tokens) -> {
                keeper.keep(
                        installation,
                        tokens.secrets(oauth.get(), clock.now()),
                        tokens.settings(oauth.get()));
                access.forget(installation);
                watch.works(installation);
                yield Result.SIGNED_IN;
            }
            case Answer.Refused _ -> Result.REFUSED;
            case Answer.Later _ -> Result.NO_ANSWER;
        };
    }

    private Optional<OAuth> oauth(String plugin) {
        return plugins.declaration(plugin).map(Declaration::oauth);
    }
}
