package io.onhand.fault;

import io.onhand.tenancy.MachineClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/** A till of the demo that sends each message until one of two programs has kept it. */
final class SignedHook {

    private static final String SECRET = "b25oYW5kLWRlbW8tZ2VuZXJpYy1zZWNyZXQ=";
    private static final String PATH = "/hooks/demo-generic-leaf";
    private static final long PAUSE_MS = 100;

    private final List<Program> programs;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final JsonMapper json = new JsonMapper();
    private final MachineClock clock = new MachineClock();
    private final AtomicInteger turn = new AtomicInteger();
    private final Set<Integer> answers = Collections.synchronizedSet(new TreeSet<>());

    SignedHook(List<Program> programs) {
        this.programs = programs;
    }

    /** Sends documents in one message, again under the same id until it is kept. */
    void send(List<Document> documents) throws InterruptedException {
        String id = "msg-" + UUID.randomUUID();
        int status = 0;
        while (status != 200) {
            try {
                Program program =
                        programs.get(Math.floorMod(turn.getAndIncrement(), programs.size()));
                status = sendOnce(program, id, documents).statusCode();
                answers.add(status);
            } catch (IOException e) {
                // it was killed, or is not there yet
            }
            if (status != 200) {
                Thread.sleep(PAUSE_MS);
            }
        }
    }

    /** Sends documents to one program, whatever it answers. */
    HttpResponse<Void> sendOnce(Program program, String id, List<Document> documents)
            throws IOException, InterruptedException {
        byte[] body =
                json.writeValueAsBytes(
                        Map.of("events", documents.stream().map(Document::json).toList()));
        String time = Long.toString(clock.now().getEpochSecond());
        var request =
                HttpRequest.newBuilder(URI.create(program.url() + PATH))
                        .timeout(Duration.ofSeconds(20))
                        .header("webhook-id", id)
                        .header("webhook-timestamp", time)
                        .header("webhook-signature", "v1," + signature(id, time, body))
                        .POST(BodyPublishers.ofByteArray(body))
                        .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding());
    }

    /** Every status that was answered. */
    Set<Integer> answers() {
        return Set.copyOf(answers);
    }

    private static String signature(String id, String time, byte[] body) {
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
