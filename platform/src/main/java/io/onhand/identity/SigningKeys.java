package io.onhand.identity;

import io.onhand.database.Retry;
import io.onhand.secrets.Resealing;
import io.onhand.secrets.SecretBox;
import io.onhand.tenancy.MachineClock;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The key that signs tokens. All programs on one database have the same, so that what one issued
 * the others accept: it is kept there, sealed by the master key.
 */
@Component
public class SigningKeys implements Resealing {

    private static final String PURPOSE = "tokens";
    private static final int BITS = 2048;

    private final SigningKeyStatements statements;
    private final SecretBox box;
    private final Retry retry;
    private final MachineClock clock;
    private volatile @Nullable KeyPair known;

    SigningKeys(SigningKeyStatements statements, SecretBox box, Retry retry, MachineClock clock) {
        this.statements = statements;
        this.box = box;
        this.retry = retry;
        this.clock = clock;
    }

    /**
     * The RSA key that signs tokens; made by whoever asks first.
     *
     * @throws io.onhand.secrets.WrongMasterKey when another master key sealed it
     */
    public KeyPair ofTokens() {
        KeyPair pair = known;
        if (pair == null) {
            pair = readOrMake();
            known = pair;
        }
        return pair;
    }

    private KeyPair readOrMake() {
        byte[] sealed = statements.find(PURPOSE).orElse(null);
        if (sealed == null) {
            byte[] made = box.seal(generate(), place());
            retry.call(() -> statements.insert(PURPOSE, made, clock.now()));
            sealed = statements.find(PURPOSE).orElseThrow();
        }
        return pair(box.open(sealed, place()));
    }

    @Override
    public String what() {
        return "Keys that sign tokens";
    }

    @Override
    public int reseal() {
        byte[] before = statements.find(PURPOSE).filter(kept -> !box.isCurrent(kept)).orElse(null);
        if (before == null) {
            return 0;
        }
        byte[] sealed = box.seal(box.open(before, place()), place());
        return retry.call(() -> statements.replace(PURPOSE, before, sealed));
    }

    private static byte[] place() {
        return ("signing_key " + PURPOSE).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] generate() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair().getPrivate().getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has RSA", e);
        }
    }

    private static KeyPair pair(byte[] encoded) {
        try {
            var keys = KeyFactory.getInstance("RSA");
            var secret = (RSAPrivateCrtKey) keys.generatePrivate(new PKCS8EncodedKeySpec(encoded));
            var open = new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent());
            return new KeyPair(keys.generatePublic(open), secret);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key that we made ourselves", e);
        }
    }
}
