package io.onhand.web.api.v1;

import io.onhand.channels.Connection;
import io.onhand.channels.ConnectionChange;
import io.onhand.channels.ConnectionDetails;
import io.onhand.channels.HookKey;
import io.onhand.channels.NewConnection;
import io.onhand.channels.Secrets;
import io.onhand.identity.Caller;
import io.onhand.identity.Permission;
import io.onhand.locations.LocationId;
import io.onhand.locations.LocationQueries;
import io.onhand.plugins.PluginRunner;
import io.onhand.web.api.Faults;
import io.onhand.web.api.ProblemCode;
import io.onhand.web.api.Refusal;
import io.onhand.web.security.Within;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what bodies say about connections, and holds them to the caller's rights. */
@Component
class ConnectionBodies {

    private final LocationQueries locations;
    private final PluginRunner plugins;

    ConnectionBodies(LocationQueries locations, PluginRunner plugins) {
        this.locations = locations;
        this.plugins = plugins;
    }

    /** Secrets are the business of owners and admins. */
    static void refuseSecrets(Caller caller, @Nullable Map<String, String> secrets) {
        if (secrets != null && !secrets.isEmpty() && !caller.role().may(Permission.WRITE_SECRETS)) {
            throw new Refusal(
                    ProblemCode.FORBIDDEN,
                    "The role %s lacks the right %s."
                            .formatted(caller.role().word(), Permission.WRITE_SECRETS.word()));
        }
    }

    NewConnection wanted(Caller caller, ConnectionBody body) {
        var faults = new Faults();
        if (plugins.declaration(body.plugin()).isEmpty()) {
            faults.at("plugin").add("unknown-plugin", "There is no plugin " + body.plugin() + ".");
        }
        checkTexts(body.settings(), faults.at("settings"));
        checkTexts(body.secrets(), faults.at("secrets"));
        Map<String, LocationId> places = places(caller, body.locations(), faults);
        faults.refuseIfAny();
        return new NewConnection(
                body.code(),
                body.plugin(),
                body.name(),
                body.mode() == null ? Connection.Mode.LIVE : body.mode(),
                body.match() == null ? Connection.Match.SKU : body.match(),
                false,
                body.settings() == null ? Map.of() : body.settings(),
                HookKey.random(),
                body.secrets() == null ? Secrets.NONE : new Secrets(body.secrets()),
                places);
    }

    ConnectionChange change(Caller caller, ConnectionDetails before, ConnectionPatch patch) {
        var faults = new Faults();
        Map<String, String> settings = patch.settingsOver(before.connection().settings());
        checkTexts(settings, faults.at("settings"));
        checkTexts(patch.secrets().value(), faults.at("secrets"));
        Map<String, LocationId> places =
                patch.locations().given()
                        ? places(caller, patch.locations().value(), faults)
                        : null;
        faults.refuseIfAny();
        return patch.change(settings, places == null ? null : besides(caller, before, places));
    }

    /** Somebody limited to some locations neither sees nor moves what is mapped to others. */
    private static Map<String, LocationId> besides(
            Caller caller, ConnectionDetails before, Map<String, LocationId> given) {
        Map<String, LocationId> places = new HashMap<>(given);
        before.locations()
                .forEach(
                        (external, id) -> {
                            if (given.containsKey(external)) {
                                Within.limit(caller, id);
                            } else if (!caller.limit().allows(id)) {
                                places.put(external, id);
                            }
                        });
        return places;
    }

    private static void checkTexts(@Nullable Map<String, String> texts, Faults faults) {
        if (texts == null) {
            return;
        }
        if (texts.size() > Secrets.COUNT_MAX) {
            faults.add("too-many-fields", "At most " + Secrets.COUNT_MAX + " are allowed.");
        }
    }

    private Map<String, LocationId> places(
            Caller caller, @Nullable List<ExternalLocation> wanted, Faults faults) {
        if (wanted == null || wanted.isEmpty()) {
            return Map.of();
        }
        Map<String, LocationId> ids =
                locations.idsByCode(wanted.stream().map(ExternalLocation::location).toList());
        Map<String, LocationId> places = new HashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            String code = wanted.get(i).location();
            LocationId id = ids.get(code);
            if (id == null) {
                faults.at("locations")
                        .at(i)
                        .at("location")
                        .add("unknown-location", "There is no location " + code + ".");
            } else {
                Within.limit(caller, id, code);
                places.put(wanted.get(i).external(), id);
            }
        }
        return places;
    }
}
