package io.onhand.channels;

import java.util.Map;
import java.util.Optional;

/** What a connection's sender and we know and nobody else does, by name. Has no text form. */
public final class Secrets {

    /** With which its sender signs hooks. */
    public static final String SIGNING = "signingSecret";

    public static final int COUNT_MAX = 20;
    public static final int LENGTH_MAX = 2_000;

    /** No secrets. */
    public static final Secrets NONE = new Secrets(Map.of());

    private final Map<String, String> values;

    public Secrets(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** The secret of this name. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /**
     * What its sender signs hooks with, by whatever name it was given.
     *
     * @param name the name that its plugin declares
     */
    public Optional<String> signing(String name) {
        return find(name)
                .or(() -> find(SIGNING))
                .or(
                        () ->
                                values.values().stream()
                                        .filter(value -> value.startsWith("whsec_"))
                                        .findFirst());
    }

    Map<String, String> values() {
        return values;
    }

    @Override
    public String toString() {
        return "***";
    }
}
