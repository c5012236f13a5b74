package io.onhand.database;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What all programs on one external database know and nobody else does: the password by which they
 * reach it. Keys for trying out are derived from it, so that programs agree without being told.
 */
public final class InstallationSecret {

    private final @Nullable Login login;

    InstallationSecret(DatabaseSettings settings) {
        Login shared = settings.owner() != null ? settings.owner() : settings.app();
        this.login = settings.url() == null ? null : shared;
    }

    /**
     * 32 bytes that follow from the password and the purpose; empty with an embedded database,
     * which has no password and one program only.
     */
    public Optional<byte[]> derive(String purpose) {
        return Optional.ofNullable(login).map(shared -> hmac(shared.password(), purpose));
    }

    private static byte[] hmac(String password, String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(password.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(("onhand " + purpose).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
