package io.onhand.web.hooks;

import io.onhand.channels.Connection;
import io.onhand.channels.Connections;
import io.onhand.channels.HookKey;
import io.onhand.channels.NewConnection;
import io.onhand.channels.Secrets;
import io.onhand.tenancy.MachineClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import onhand.testing.TeaShop;
import org.springframework.beans.factory.BeanFactory;

/** A till that signs what it sends to its hook. */
public record SigningTill(int port, String code, String key) {

    public static final String SECRET = "c2VjcmV0LW9mLWEtdGlsbC1pbi1hLXRlc3Q=";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String SALE =
            """
            {"externalId": "%s", "type": "sale", "location": "LONDON",
             "occurredAt": "2026-11-20T10:00:00Z", "lines": [{"sku": "%s", "quantity": "%s"}]}
            """;

    /** A till that names everything as its tea shop does. */
    public static SigningTill of(BeanFactory program, int port, TeaShop shop) {
        return of(program, port, shop, Connections.GENERIC);
    }

    /** The same with a plugin of its own. */
    static SigningTill of(BeanFactory program, int port, TeaShop shop, String plugin) {
        String code = "till-" + UUID.randomUUID();
        var secrets = new Secrets(Map.of(Secrets.SIGNING, "whsec_" + SECRET));
        var wanted =
                new NewConnection(
                        code,
                        plugin,
                        "A till",
                        Connection.Mode.LIVE,
                        Connection.Match.SKU,
                        true,
                        Map.of(),
                        new HookKey(code),
                        secrets,
                        Map.of());
        shop.run(() -> program.getBean(Connections.class).create(wanted));
        return new SigningTill(port, code, code);
    }

    public static String sale(String id, String sku, String quantity) {
        return SALE.formatted(id, sku, quantity);
    }

    static String list(String... events) {
        return "{\"events\":[" + String.join(",", events) + "]}";
    }

    /** Sends events under a message id of their own. */
    public int send(String... events) {
        return message("msg-" + UUID.randomUUID(), list(events)).statusCode();
    }

    HttpResponse<String> message(String id, String body) {
        return send(id, body.getBytes(StandardCharsets.UTF_8), new MachineClock().now());
    }

    HttpResponse<String> send(String id, byte[] body, Instant at) {
        String time = Long.toString(at.getEpochSecond());
        return post(body, id, time, "v1," + signature(id, time, body));
    }

    HttpResponse<String> post(byte[] body, String id, String time, String signature) {
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/hooks/" + key))
                        .header("webhook-id", id)
                        .header("webhook-timestamp", time)
                        .header("webhook-signature", signature)
                        .POST(BodyPublishers.ofByteArray(body))
                        .build();
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static String signature(String id, String time, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(SECRET), "HmacSHA256"));
            mac.update((id + "." + time + ".").getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
