package io.onhand.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Ids and hashes as the ledger derives them, for the ways past it. */
final class Postings {

    private static final long REST_OF_REGION = 0x00ff_ffff_ffff_ffffL;

    private Postings() {}

    /** Derived from source and external id, so that the primary key is the check for repeats. */
    static UUID id(UUID source, String externalId) {
        MessageDigest digest = sha256();
        digest.update(
                ByteBuffer.allocate(16)
                        .putLong(source.getMostSignificantBits())
                        .putLong(source.getLeastSignificantBits())
                        .array());
        var hash = ByteBuffer.wrap(digest.digest(externalId.getBytes(StandardCharsets.UTF_8)));
        return new UUID(hash.getLong() & REST_OF_REGION, hash.getLong());
    }

    /** Over what was sent. */
    static byte[] content(Sale sale) {
        var text = new StringBuilder();
        sale.appendTo(text);
        return sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
