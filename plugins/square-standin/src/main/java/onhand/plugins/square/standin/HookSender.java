package onhand.plugins.square.standin;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Sends webhooks, again and again by Square's schedule, until somebody takes them. */
final class HookSender implements AutoCloseable {

    private static final Duration ANSWER_MAX = Duration.ofSeconds(10);
    private static final int AT_ONCE_MAX = 8;

    private final World world;
    private final RetrySchedule schedule;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(ANSWER_MAX)
                    .build();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
    private final ExecutorService senders =
            Executors.newFixedThreadPool(AT_ONCE_MAX, Thread.ofVirtual().factory());

    /** What is being sent, so that a hook of the moment of subscribing is not sent twice. */
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    private final AtomicInteger givenUp = new AtomicInteger();
    private @Nullable Subscription subscription;

    HookSender(World world, RetrySchedule schedule) {
        this.world = world;
        this.schedule = schedule;
    }

    /** Begins to tell this subscriber, first of all what still had to arrive. */
    void subscribe(Subscription next) {
        boolean first;
        synchronized (this) {
            first = subscription == null;
            subscription = next;
        }
        if (first) {
            world.announceTo(this::send);
            send(world.read(tables -> tables.all(Table.HOOKS).stream().toList()));
        }
    }

    int givenUp() {
        return givenUp.get();
    }

    @Override
    public void close() {
        timer.shutdownNow();
        senders.shutdown();
        http.shutdownNow();
    }

    private void send(Collection<ObjectNode> hooks) {
        for (ObjectNode hook : hooks) {
            if (underWay.add(Json.text(hook, "id"))) {
                later(hook, 0, null, Duration.ofMillis(hook.path("delay_ms").asLong()));
            }
        }
    }

    private void later(ObjectNode hook, int retry, @Nullable String reason, Duration wait) {
        try {
            Future<?> _ =
                    timer.schedule(
                            () -> senders.execute(() -> deliver(hook, retry, reason)),
                            wait.toMillis(),
                            TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // closed meanwhile: the webhook is kept and sent after the next start
        }
    }

    private void deliver(ObjectNode hook, int retry, @Nullable String reason) {
        String wrong = attempt(hook, retry, reason);
        if (wrong == null) {
            done(hook);
            return;
        }
        Optional<Duration> wait = schedule.before(retry + 1);
        if (wait.isPresent()) {
            later(hook, retry + 1, wrong, wait.get());
        } else {
            givenUp.incrementAndGet();
            done(hook);
        }
    }

    private void done(ObjectNode hook) {
        String id = Json.text(hook, "id");
        world.note(act -> act.drop(Table.HOOKS, id));
        underWay.remove(id);
    }

    /** Why it did not arrive, in Square's words; null when it did. */
    private @Nullable String attempt(ObjectNode hook, int retry, @Nullable String reason) {
        try {
            HttpResponse<Void> answer =
                    http.send(request(hook, retry, reason), HttpResponse.BodyHandlers.discarding());
            return answer.statusCode() / 100 == 2 ? null : "http_error";
        } catch (HttpTimeoutException e) {
            return "http_timeout";
        } catch (IOException e) {
            return "other_error";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "other_error";
        }
    }

    private HttpRequest request(ObjectNode hook, int retry, @Nullable String reason) {
        Subscription to = subscriber();
        byte[] body = Json.text(hook, "body").getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(to.deliverTo())
                        .timeout(ANSWER_MAX)
                        .header("Content-Type", "application/json")
                        .header("square-environment", "Sandbox")
                        .header(
                                HookSeal.HEADER,
                                HookSeal.of(to.signatureKey(), to.notificationUrl(), body))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (reason != null) {
            request.header("square-retry-number", String.valueOf(retry))
                    .header("square-retry-reason", reason)
                    .header("square-initial-delivery-timestamp", Json.text(hook, "created_at"));
        }
        return request.build();
    }

    private synchronized Subscription subscriber() {
        if (subscription == null) {
            throw new IllegalStateException("nobody has subscribed");
        }
        return subscription;
    }
}
