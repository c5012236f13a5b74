package io.onhand.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The hook of a till, by Standard Webhooks; one connection that is kept open. */
final class TillHook implements AutoCloseable {

    static final String SECRET = "YmVuY2gtb2YtYS10aWxsLXRoYXQtc2lnbnM=";

    private final KeptConnection connection;
    private final String path;
    private final Mac mac;

    /**
     * @param key of the hook
     */
    TillHook(int port, String key) throws IOException {
        this.connection = new KeptConnection(port);
        this.path = "/hooks/" + key;
        try {
            this.mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(SECRET), "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends one event and waits until it is kept. */
    void send(String event) throws IOException {
        String body = "{\"events\":[" + event + "]}";
        String id = "msg-" + UUID.randomUUID();
        String time = Long.toString(Instant.now().getEpochSecond());
        byte[] signed = (id + "." + time + "." + body).getBytes(StandardCharsets.UTF_8);
        String signature = Base64.getEncoder().encodeToString(mac.doFinal(signed));
        var answer =
                connection.postSigned(
                        path,
                        body,
                        List.of(
                                "webhook-id: " + id,
                                "webhook-timestamp: " + time,
                                "webhook-signature: v1," + signature));
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.status() + " " + answer.body());
        }
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
