package io.onhand.stock;

import io.onhand.tenancy.Region;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * What makes a posting the same posting, within its tenant. The same identity again changes
 * nothing.
 *
 * @param source who tells
 * @param externalId the source's own id of the document, 1–200 characters
 * @param revision the state of that document, 0 for a fact that has no revisions
 */
public record Identity(SourceId source, String externalId, long revision) {

    /** Stands for the document itself where a revision would. */
    private static final long NO_REVISION = -1;

    public Identity {
        int length = externalId.codePointCount(0, externalId.length());
        if (length < 1 || length > 200) {
            throw new IllegalArgumentException("external id of " + length + " characters");
        }
        if (revision < 0) {
            throw new IllegalArgumentException("revision " + revision);
        }
    }

    /** What the program itself posts under a name that only one posting can have. */
    static Identity ofOnhand(String name) {
        return new Identity(SourceId.ONHAND, name, 0);
    }

    /** The posting of this identity, whether it is in the ledger or not. */
    public PostingId postingId() {
        return new PostingId(derived(revision));
    }

    /** The document, whatever its revision. */
    UUID documentId() {
        return derived(NO_REVISION);
    }

    /** The same document in another state. */
    Identity withRevision(long other) {
        return new Identity(source, externalId, other);
    }

    /** The region byte of the source and 120 bits of SHA-256. */
    private UUID derived(long number) {
        byte[] name = externalId.getBytes(StandardCharsets.UTF_8);
        ByteBuffer text = ByteBuffer.allocate(24 + name.length);
        text.putLong(source.value().getMostSignificantBits());
        text.putLong(source.value().getLeastSignificantBits());
        text.putLong(number).put(name);
        ByteBuffer hash = ByteBuffer.wrap(sha256(text.array()));
        return Region.of(source.value()).place(new UUID(hash.getLong(), hash.getLong()));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
