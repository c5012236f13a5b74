package io.onhand.requests;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * A random secret that all programs on one database share, so that each understands what another
 * sealed. Made by the first of them; it leaves the program only in derived form.
 */
@Component
public class SharedKey {

    private static final int BYTES = 32;

    private final SecretKeySpec secret;

    SharedKey(SharedKeyQueries queries) {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        this.secret = new SecretKeySpec(queries.secret(fresh), "HmacSHA256");
    }

    /**
     * A key of 32 bytes for one purpose.
     *
     * @param purpose names it; the same name gives the same key in every program
     */
    public byte[] derive(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }
}
