package io.onhand.plugins;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A vendor's server on this machine, which notes what it is asked and answers by the path. */
final class Vendor implements AutoCloseable {

    /** What it was asked. */
    record Ask(String method, String path, Map<String, List<String>> headers, String body) {}

    final List<Ask> asks = new CopyOnWriteArrayList<>();
    final AtomicInteger mostAtOnce = new AtomicInteger();

    /** Answers of {@code /held} wait for it. */
    final CountDownLatch released = new CountDownLatch(1);

    private final AtomicInteger atOnce = new AtomicInteger();
    private final HttpServer server;

    Vendor() {
        this(null);
    }

    Vendor(@Nullable SSLContext tls) {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try {
            if (tls == null) {
                server = HttpServer.create(address, 0);
            } else {
                HttpsServer sealed = HttpsServer.create(address, 0);
                sealed.setHttpsConfigurator(new HttpsConfigurator(tls));
                server = sealed;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    private void answer(HttpExchange ask) throws IOException {
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try (ask) {
            String body = new String(ask.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String path = ask.getRequestURI().toString();
            asks.add(
                    new Ask(
                            ask.getRequestMethod(),
                            path,
                            Map.copyOf(ask.getRequestHeaders()),
                            body));
            answer(ask, path);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            atOnce.decrementAndGet();
        }
    }

    private void answer(HttpExchange ask, String path) throws IOException, InterruptedException {
        switch (path) {
            case "/moved" -> {
                ask.getResponseHeaders().add("Location", url() + "/elsewhere");
                send(ask, 302, "");
            }
            case "/cookie" -> {
                ask.getResponseHeaders().add("Set-Cookie", "a=b");
                ask.getResponseHeaders().add("Retry-After", "7");
                send(ask, 429, "");
            }
            case "/echo" -> {
                String sent = ask.getRequestHeaders().getFirst("Authorization");
                ask.getResponseHeaders().add("X-Echo", sent);
                send(ask, 401, "You sent " + sent);
            }
            case "/large" -> send(ask, 200, "x".repeat(VendorClient.ANSWER_BYTES_MAX));
            case "/too-large" -> endless(ask);
            case "/held" -> {
                if (released.await(1, TimeUnit.MINUTES)) {
                    send(ask, 200, "late");
                }
            }
            case "/dribble" -> dribble(ask);
            default -> send(ask, 200, "{}");
        }
    }

    private static void send(HttpExchange ask, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        ask.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        ask.getResponseBody().write(bytes);
    }

    /** Until the other side hangs up. */
    private static void endless(HttpExchange ask) throws IOException {
        ask.sendResponseHeaders(200, 0);
        byte[] part = new byte[64 * 1024];
        for (int i = 0; i < 100_000; i++) {
            ask.getResponseBody().write(part);
        }
    }

    /** A little now and then, so that no pause is long but the whole is. */
    private void dribble(HttpExchange ask) throws IOException, InterruptedException {
        ask.sendResponseHeaders(200, 0);
        while (!released.await(10, TimeUnit.MILLISECONDS)) {
            ask.getResponseBody().write('x');
            ask.getResponseBody().flush();
        }
    }

    @Override
    public void close() {
        released.countDown();
        server.stop(0);
    }
}
