package io.onhand.web.api;

import java.nio.ByteBuffer;
import java.util.UUID;

/** Ids made of SHA-256. */
final class Digest {

    private Digest() {}

    /** The first 16 bytes. */
    static UUID uuid(byte[] sha256) {
        var bytes = ByteBuffer.wrap(sha256);
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
