package io.onhand.inbox;

import io.onhand.inbox.Signatures.Verdict;
import io.onhand.plugin.HookSignature.Hmac;
import io.onhand.plugin.HookSignature.Part;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Checks signatures of the form that a plugin declares: HMAC-SHA256 in one header. */
final class HmacSignatures {

    private HmacSignatures() {}

    static Verdict check(Hmac scheme, String secret, HookMessage message) {
        String given = message.header(scheme.header()).orElse("").strip();
        if (given.isEmpty()) {
            return new Verdict.Wrong("the header of the signature is missing");
        }
        byte[] claimed = decoded(scheme, given);
        boolean right =
                claimed != null
                        && !secret.isEmpty()
                        && MessageDigest.isEqual(mac(scheme, secret, message), claimed);
        return right
                ? new Verdict.Right(null)
                : new Verdict.Wrong("it is not that of this body and " + message.hookUrl());
    }

    private static byte @Nullable [] decoded(Hmac scheme, String given) {
        try {
            return switch (scheme.encoding()) {
                case BASE64 -> Base64.getDecoder().decode(given);
                case HEX -> HexFormat.of().parseHex(given);
            };
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static byte[] mac(Hmac scheme, String secret, HookMessage message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            for (Part part : scheme.signed()) {
                mac.update(
                        switch (part) {
                            case HOOK_URL -> message.hookUrl().getBytes(StandardCharsets.UTF_8);
                            case BODY -> message.body();
                        });
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
