package io.onhand.web.api;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** SHA-256 of texts, and ids made of it. */
final class Digest {

    private Digest() {}

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The first 16 bytes. */
    static UUID uuid(byte[] sha256) {
        var bytes = ByteBuffer.wrap(sha256);
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
