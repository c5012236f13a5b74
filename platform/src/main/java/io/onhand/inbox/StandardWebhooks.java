package io.onhand.inbox;

import io.onhand.inbox.Signatures.Verdict;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Checks signatures as Standard Webhooks makes them. */
final class StandardWebhooks {

    /** By how much the sender's clock may differ from ours, in either direction. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    /** Characters of an id that is kept as it is; a longer one is kept by its hash. */
    static final int ID_LENGTH_MAX = 200;

    private static final String PREFIX = "whsec_";
    private static final String VERSION = "v1,";

    /** Between signatures; headers of one name were joined by a comma. */
    private static final Pattern SEPARATOR = Pattern.compile("\\s+|,\\s*(?=v[0-9]+a?,)");

    private StandardWebhooks() {}

    static Verdict check(String secret, HookMessage message, Instant now) {
        String id = message.header("webhook-id").orElse("");
        String time = message.header("webhook-timestamp").orElse("").strip();
        String signatures = message.header("webhook-signature").orElse("");
        if (id.isEmpty() || time.isEmpty() || signatures.isEmpty()) {
            return new Verdict.Wrong("a header of the signature is missing");
        }
        if (!time.matches("[0-9]{1,12}")) {
            return new Verdict.Wrong("the timestamp is no number of seconds");
        }
        Duration off = Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), now).abs();
        if (off.compareTo(TOLERANCE) > 0) {
            return new Verdict.Wrong("the timestamp is more than 5 minutes off");
        }
        byte[] key = key(secret);
        if (key == null || !matches(mac(key, id, time, message.body()), signatures)) {
            return new Verdict.Wrong("no signature matches");
        }
        return new Verdict.Right(shortened(id));
    }

    /** Several signatures stand there while a sender changes its secret. */
    private static boolean matches(byte[] expected, String signatures) {
        boolean matches = false;
        for (String signature : SEPARATOR.split(signatures.strip())) {
            if (signature.startsWith(VERSION)) {
                byte[] given = decoded(signature.substring(VERSION.length()));
                matches |= given != null && MessageDigest.isEqual(expected, given);
            }
        }
        return matches;
    }

    private static byte @Nullable [] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static byte @Nullable [] key(String secret) {
        byte[] key =
                decoded(secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret);
        return key == null || key.length == 0 ? null : key;
    }

    private static byte[] mac(byte[] key, String id, String time, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            // the bytes of a header as the sender wrote them
            mac.update((id + "." + time + ".").getBytes(StandardCharsets.ISO_8859_1));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    private static String shortened(String id) {
        if (id.length() <= ID_LENGTH_MAX) {
            return id;
        }
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(id.getBytes(StandardCharsets.ISO_8859_1));
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
