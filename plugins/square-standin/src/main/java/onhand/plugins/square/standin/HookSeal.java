package onhand.plugins.square.standin;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Square's signature: base64 of HMAC-SHA256 over the notification address and the raw body. */
public final class HookSeal {

    /** The header that carries it. */
    public static final String HEADER = "x-square-hmacsha256-signature";

    private static final String ALGORITHM = "HmacSHA256";

    private HookSeal() {}

    /** Signs; the key is used as it is written, not decoded. */
    public static String of(String key, String notificationUrl, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update(notificationUrl.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
