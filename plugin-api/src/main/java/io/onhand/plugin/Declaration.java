package io.onhand.plugin;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a connector is, needs and may do. It never changes while a version of the plugin runs.
 *
 * @param name of the vendor or kind of sender, for people
 * @param signature how the senders of its hooks sign
 * @param hosts the only hosts that it asks, each exact, by https
 * @param authority for every kind of fact that it tells, the message that is the authority for it;
 *     an event of a kind that is not here moves nothing. The kinds are those of {@link
 *     PosEvent#type()} but {@code void}
 * @param settings what a person is asked when a connection is made
 * @param secrets what else is asked, kept sealed and never shown again
 * @param oauth how a person signs in at the vendor instead of typing a token; null if he cannot
 * @param fetchMax keys of one call of {@link PosConnector#fetch}, 1–100
 * @param pushMax changes of one call of {@link PosConnector#push}, 1–1,000; 0 if it cannot push
 */
public record Declaration(
        String name,
        HookSignature signature,
        List<String> hosts,
        Map<String, String> authority,
        List<SettingField> settings,
        List<SecretField> secrets,
        @Nullable OAuth oauth,
        int fetchMax,
        int pushMax) {

    public Declaration {
        hosts = List.copyOf(hosts);
        authority = Map.copyOf(authority);
        settings = List.copyOf(settings);
        secrets = List.copyOf(secrets);
    }

    /**
     * A setting.
     *
     * @param name in the connection's settings
     * @param label for people
     * @param help a sentence that says where to find it
     * @param required whether a connection cannot work without it
     */
    public record SettingField(String name, String label, String help, boolean required) {}

    /**
     * A secret.
     *
     * @param name in the connection's secrets
     * @param label for people
     * @param help a sentence that says where to find it
     * @param hosts the only hosts to which it may be sent, as {@code ${secret:name}} in a header of
     *     an {@link HttpCall}; none for one that only signs
     */
    public record SecretField(String name, String label, String help, List<String> hosts) {

        public SecretField {
            hosts = List.copyOf(hosts);
        }
    }

    /**
     * Signing in at the vendor by OAuth 2.0 with a code. Onhand runs it, keeps the tokens and
     * refreshes them.
     *
     * @param authoriseUrl where a person agrees
     * @param tokenUrl where a code or a refresh token becomes an access token, by a body in JSON
     * @param scopes what is asked for
     * @param secret the declared secret that the access token becomes
     * @param accountField the field of the token's answer that names the account, which becomes the
     *     setting of that name in {@code accountSetting}
     */
    public record OAuth(
            String authoriseUrl,
            String tokenUrl,
            List<String> scopes,
            String secret,
            String accountField,
            String accountSetting) {

        public OAuth {
            scopes = List.copyOf(scopes);
        }
    }
}
