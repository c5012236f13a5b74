package io.onhand.web.api;

import io.onhand.requests.SharedKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Positions in lists, sealed (AES-GCM) so that callers cannot build on what is inside, and bound to
 * their list: another tenant, filter or limit cannot open them.
 */
@Component
class Cursors {

    private static final int LENGTH_MAX = 2_000;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String BETWEEN = "\u001f"; // codes and ids hold no control characters

    private final SecureRandom random = new SecureRandom();
    private final SecretKey key;

    Cursors(SharedKey shared) {
        this.key = new SecretKeySpec(shared.derive("cursors"), "AES");
    }

    String seal(String list, List<String> position) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] text = String.join(BETWEEN, position).getBytes(StandardCharsets.UTF_8);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, list, nonce).doFinal(text);
            byte[] cursor = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, cursor, NONCE_BYTES, sealed.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    /**
     * Opens a cursor of this list.
     *
     * @throws Refusal {@code invalid-cursor}
     */
    List<String> open(String list, String cursor) {
        try {
            byte[] bytes =
                    Base64.getUrlDecoder().decode(cursor.length() > LENGTH_MAX ? "" : cursor);
            if (bytes.length < NONCE_BYTES) {
                throw invalid();
            }
            byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
            byte[] text =
                    cipher(Cipher.DECRYPT_MODE, list, nonce)
                            .doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
            return List.of(new String(text, StandardCharsets.UTF_8).split(BETWEEN, -1));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw invalid();
        }
    }

    private Cipher cipher(int mode, String list, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(list.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static Refusal invalid() {
        return new Refusal(
                ProblemCode.INVALID_CURSOR, "This cursor was not given for this list and caller.");
    }
}
