package io.onhand.admin.connections;

import io.onhand.channels.Connection.Match;
import io.onhand.channels.Connection.Mode;
import io.onhand.plugin.Declaration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody types about a connection. Has no text form: it holds secrets.
 *
 * <p>The fields are {@code name}, {@code code}, {@code mode}, {@code match}, and, for what the
 * plugin declares, {@code setting.…} and {@code secret.…}.
 */
public final class ConnectionForm {

    private static final String SETTING = "setting.";
    private static final String SECRET = "secret.";

    /** Ours, whatever the plugin declares: how far off a till may be to be corrected by itself. */
    private static final String CORRECTED_UP_TO = "healUpTo";

    private static final String PIECES = "[0-9]{1,6}([.][0-9]{1,6})?";
    private static final int NAME_MAX = 200;
    private static final int CODE_MAX = 64;
    private static final int TEXT_MAX = 2_000;

    private final Declaration declaration;
    private final Map<String, String> fields;
    private final Map<String, String> troubles = new LinkedHashMap<>();

    ConnectionForm(Declaration declaration, Map<String, String> fields) {
        this.declaration = declaration;
        this.fields = new LinkedHashMap<>(fields);
    }

    /** What was typed into a field; empty if nothing was. */
    public String value(String field) {
        return fields.getOrDefault(field, "").strip();
    }

    /** What is wrong with a field, the end of a message's key; empty for nothing. */
    public String trouble(String field) {
        return troubles.getOrDefault(field, "");
    }

    /** Says of a field what is wrong. */
    void refuse(String field, String why) {
        troubles.putIfAbsent(field, why);
    }

    public boolean isRefused() {
        return !troubles.isEmpty();
    }

    /** Notes what is wrong with the fields that every connection has and with the declared ones. */
    void check() {
        checkText("name", NAME_MAX, true);
        if (mode().isEmpty()) {
            refuse("mode", "choose");
        }
        if (match().isEmpty()) {
            refuse("match", "choose");
        }
        declaration
                .settings()
                .forEach(one -> checkText(SETTING + one.name(), TEXT_MAX, one.required()));
        if (isOfATillThatIsTold() && !value(SETTING + CORRECTED_UP_TO).matches(PIECES + "|")) {
            refuse(SETTING + CORRECTED_UP_TO, "pieces");
        }
        declaration.secrets().forEach(one -> checkText(SECRET + one.name(), TEXT_MAX, false));
    }

    void checkCode() {
        checkText("code", CODE_MAX, true);
        if (trouble("code").isEmpty() && !value("code").matches("[A-Za-z0-9._-]+")) {
            refuse("code", "code");
        }
    }

    private void checkText(String field, int max, boolean required) {
        String text = value(field);
        if (text.isEmpty() && required) {
            refuse(field, "empty");
        } else if (text.length() > max || text.chars().anyMatch(Character::isISOControl)) {
            refuse(field, "unfit");
        }
    }

    Optional<Mode> mode() {
        return Arrays.stream(Mode.values())
                .filter(mode -> mode.word().equals(value("mode").toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    Optional<Match> match() {
        return Arrays.stream(Match.values())
                .filter(match -> match.word().equals(value("match").toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** Whether the plugin can tell a till our numbers, so that it may correct them. */
    public boolean isOfATillThatIsTold() {
        return declaration.pushMax() > 0;
    }

    /** The settings that were typed, and those of these that nobody is asked for. */
    Map<String, String> settingsOver(Map<String, String> before) {
        Map<String, String> settings = new LinkedHashMap<>(before);
        declaration.settings().forEach(one -> settings.remove(one.name()));
        if (isOfATillThatIsTold()) {
            settings.remove(CORRECTED_UP_TO);
        }
        settings.putAll(settings());
        return settings;
    }

    /** The settings that were typed. */
    Map<String, String> settings() {
        Map<String, String> typed = new LinkedHashMap<>();
        if (isOfATillThatIsTold()) {
            put(typed, CORRECTED_UP_TO, value(SETTING + CORRECTED_UP_TO));
        }
        declaration.settings().forEach(one -> put(typed, one.name(), value(SETTING + one.name())));
        return typed;
    }

    /** The declared secrets that were typed. */
    Map<String, String> secrets() {
        Map<String, String> typed = new LinkedHashMap<>();
        declaration.secrets().forEach(one -> put(typed, one.name(), value(SECRET + one.name())));
        return typed;
    }

    private static void put(Map<String, String> typed, String name, String text) {
        if (!text.isEmpty()) {
            typed.put(name, text);
        }
    }
}
