package onhand.plugins.standin;

import java.util.Map;

/**
 * How the demo is connected to a stand-in.
 *
 * @param code of the connection, and the key of its hook
 * @param plugin that understands it
 * @param name for people
 * @param settings of the connection
 * @param secrets of the connection, known to everybody
 * @param signing the secret that signs the messages
 */
public record DemoConnection(
        String code,
        String plugin,
        String name,
        Map<String, String> settings,
        Map<String, String> secrets,
        String signing) {

    public DemoConnection {
        settings = Map.copyOf(settings);
        secrets = Map.copyOf(secrets);
    }
}
