package io.onhand.secrets;

import java.util.Arrays;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The key that seals all others; it has no text form. */
final class MasterKey {

    static final int KEY_BYTES = 32;
    static final int NAME_BYTES = 4;

    private final SecretKey key;
    private final byte[] name;

    MasterKey(byte[] bytes) {
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("a key of " + bytes.length + " bytes");
        }
        this.key = new SecretKeySpec(bytes, "AES");
        this.name = Arrays.copyOf(Secrets.sha256(bytes), NAME_BYTES);
    }

    SecretKey key() {
        return key;
    }

    /** Tells keys apart without telling anything about them. */
    byte[] name() {
        return name;
    }
}
