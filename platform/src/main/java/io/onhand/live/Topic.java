package io.onhand.live;

import java.util.Optional;

/**
 * What a client may follow: the stock of a location.
 *
 * @param code the location's code
 */
public record Topic(String code) {

    private static final String STOCK = "stock:";
    private static final int CODE_LENGTH_MAX = 64;

    static Topic of(String code) {
        return new Topic(code);
    }

    /** The topic of a name, if names of topics have its form. */
    public static Optional<Topic> named(String name) {
        String code = name.startsWith(STOCK) ? name.substring(STOCK.length()) : "";
        return code.isEmpty() || code.length() > CODE_LENGTH_MAX
                ? Optional.empty()
                : Optional.of(new Topic(code));
    }

    /** Its name: {@code stock:LONDON}. */
    public String name() {
        return STOCK + code;
    }
}
