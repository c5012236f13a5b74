package io.onhand.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The hash of a seal: over the hash of the seal before and every part of every entry since. */
final class SealHash {

    /** What the first seal builds on. */
    static final byte[] NONE = new byte[32];

    private SealHash() {}

    static byte[] of(byte[] before, List<AuditEntry> entries) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(before);
            for (AuditEntry entry : entries) {
                digest.update(bytes(entry));
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] bytes(AuditEntry entry) {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        try {
            write(out, entry.id().toString());
            write(out, entry.at().toString());
            write(out, entry.act().actor().type().word());
            write(out, entry.act().actor().id());
            write(out, entry.act().door());
            write(out, entry.act().address());
            write(out, entry.act().correlationId());
            write(out, entry.action());
            write(out, entry.objectType());
            write(out, entry.objectId());
            write(out, entry.before());
            write(out, entry.after());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Each part with its length, so that no two entries have the same bytes. */
    private static void write(DataOutputStream out, @Nullable String part) throws IOException {
        if (part == null) {
            out.writeInt(-1);
            return;
        }
        byte[] utf8 = part.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }
}
