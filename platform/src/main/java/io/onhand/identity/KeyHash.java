package io.onhand.identity;

import io.onhand.secrets.Secrets;
import java.util.HexFormat;

/**
 * The SHA-256 of a key: all that is kept of it. Keys are long and random, so that no salt is
 * needed.
 *
 * @param hex the hash in hexadecimal digits
 */
record KeyHash(String hex) {

    static KeyHash of(String key) {
        return new KeyHash(HexFormat.of().formatHex(Secrets.sha256(key)));
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
