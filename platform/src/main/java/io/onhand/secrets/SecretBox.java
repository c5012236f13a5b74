package io.onhand.secrets;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.stereotype.Component;

/**
 * Seals secrets with AES-256-GCM. A sealed secret names the key that sealed it and is bound to the
 * place where it is kept, so that a copy elsewhere does not open.
 */
@Component
public class SecretBox {

    private static final byte FORM = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int HEAD_BYTES = 1 + MasterKey.NAME_BYTES + NONCE_BYTES;

    private final MasterKeys keys;

    SecretBox(MasterKeys keys) {
        this.keys = keys;
    }

    /**
     * Seals a secret.
     *
     * @param place where it will be kept
     */
    public byte[] seal(byte[] secret, byte[] place) {
        byte[] nonce = Secrets.randomBytes(NONCE_BYTES);
        byte[] sealed = cipher(keys.now(), Cipher.ENCRYPT_MODE, nonce, place, secret);
        return ByteBuffer.allocate(HEAD_BYTES + sealed.length)
                .put(FORM)
                .put(keys.now().name())
                .put(nonce)
                .put(sealed)
                .array();
    }

    /**
     * Opens what was sealed for this place.
     *
     * @throws WrongMasterKey when another key sealed it, or it is not what was kept here
     */
    public byte[] open(byte[] sealed, byte[] place) {
        MasterKey key = keyOf(sealed).orElseThrow(WrongMasterKey::new);
        byte[] nonce = Arrays.copyOfRange(sealed, 1 + MasterKey.NAME_BYTES, HEAD_BYTES);
        byte[] rest = Arrays.copyOfRange(sealed, HEAD_BYTES, sealed.length);
        return cipher(key, Cipher.DECRYPT_MODE, nonce, place, rest);
    }

    /** Whether the key that seals now sealed this, and not one before it. */
    public boolean isCurrent(byte[] sealed) {
        return keyOf(sealed).filter(key -> key == keys.now()).isPresent();
    }

    private Optional<MasterKey> keyOf(byte[] sealed) {
        return sealed.length < HEAD_BYTES || sealed[0] != FORM
                ? Optional.empty()
                : keys.named(sealed, 1);
    }

    private static byte[] cipher(
            MasterKey key, int mode, byte[] nonce, byte[] place, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place);
            return cipher.doFinal(input);
        } catch (javax.crypto.AEADBadTagException e) {
            throw new WrongMasterKey();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES/GCM", e);
        }
    }
}
