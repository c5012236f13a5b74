package io.onhand.plugins;

import io.onhand.plugin.HttpAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Sends one request and reads one answer: no redirection, no repetition, no cookie, no proxy, no
 * unpacking, never more than 5 MiB and never longer than it may take.
 */
class VendorClient implements AutoCloseable {

    static final int ANSWER_BYTES_MAX = 5 * 1024 * 1024;
    static final int HEADERS_MAX = 200;
    static final int HEADER_BYTES_MAX = 16 * 1024;
    static final int CONNECTIONS_MAX = 500;

    private static final Timeout CONNECT_TIME = Timeout.ofSeconds(5);
    private static final TimeValue CONNECTION_LIFE = TimeValue.ofMinutes(5);
    private static final TimeValue CONNECTION_IDLE = TimeValue.ofSeconds(30);
    private static final TimeValue TRUSTED_IDLE = TimeValue.ofSeconds(2);

    private final CloseableHttpClient http;
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("vendor-watch").factory());

    VendorClient(DnsResolver names, TlsSocketStrategy tls, SchemePortResolver ports) {
        this.http =
                HttpClients.custom()
                        .setConnectionManager(connections(names, tls, ports))
                        .setDefaultRequestConfig(
                                RequestConfig.custom()
                                        .setRedirectsEnabled(false)
                                        .setAuthenticationEnabled(false)
                                        .setProtocolUpgradeEnabled(false)
                                        .build())
                        .setUserAgent("Onhand")
                        .disableRedirectHandling()
                        .disableAutomaticRetries()
                        .disableCookieManagement()
                        .disableAuthCaching()
                        .disableContentCompression()
                        .evictIdleConnections(CONNECTION_IDLE)
                        .build();
    }

    private static PoolingHttpClientConnectionManager connections(
            DnsResolver names, TlsSocketStrategy tls, SchemePortResolver ports) {
        var lines =
                Http1Config.custom()
                        .setMaxHeaderCount(HEADERS_MAX)
                        .setMaxLineLength(HEADER_BYTES_MAX)
                        .build();
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(
                        ManagedHttpClientConnectionFactory.builder().http1Config(lines).build())
                .setDnsResolver(names)
                .setTlsSocketStrategy(tls)
                .setSchemePortResolver(ports)
                .setMaxConnTotal(CONNECTIONS_MAX)
                .setMaxConnPerRoute(CONNECTIONS_MAX)
                .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT_TIME)
                                .setTimeToLive(CONNECTION_LIFE)
                                .setValidateAfterInactivity(TRUSTED_IDLE)
                                .build())
                .build();
    }

    /** An answer is larger than a plugin may see. */
    static final class TooLarge extends IOException {

        private static final long serialVersionUID = 1L;
    }

    /**
     * An answer as it came.
     *
     * @param bytes of its body
     */
    record Received(HttpAnswer answer, int bytes) {}

    /**
     * Asks.
     *
     * @param longest for all of it
     * @throws TooLarge when the answer is
     * @throws IOException when there is none in time
     */
    Received send(VendorRequest wanted, Duration longest) throws IOException {
        var request = new HttpUriRequestBase(wanted.method(), wanted.address());
        wanted.headers().forEach(request::setHeader);
        if (wanted.body() != null) {
            request.setEntity(new ByteArrayEntity(wanted.body(), null));
        }
        var end = watch.schedule(request::cancel, longest.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return http.execute(server(wanted.address()), request, answer -> read(request, answer));
        } finally {
            end.cancel(false);
        }
    }

    private static HttpHost server(URI address) {
        return new HttpHost(address.getScheme(), address.getHost(), address.getPort());
    }

    private static Received read(HttpUriRequestBase request, ClassicHttpResponse answer)
            throws IOException {
        Map<String, String> headers = new TreeMap<>();
        for (Header header : answer.getHeaders()) {
            String name = header.getName().toLowerCase(Locale.ROOT);
            if (HeaderRules.isSeen(name)) {
                headers.merge(name, header.getValue(), (first, next) -> first + "," + next);
            }
        }
        var entity = answer.getEntity();
        if (entity == null) {
            return new Received(new HttpAnswer(answer.getCode(), headers, ""), 0);
        }
        try (InputStream content = entity.getContent()) {
            byte[] body = content.readNBytes(ANSWER_BYTES_MAX + 1);
            if (body.length > ANSWER_BYTES_MAX) {
                // hang up: closing alone would read the rest first
                request.cancel();
                throw new TooLarge();
            }
            var text = new String(body, StandardCharsets.UTF_8);
            return new Received(new HttpAnswer(answer.getCode(), headers, text), body.length);
        }
    }

    @Override
    public void close() throws IOException {
        watch.shutdownNow();
        http.close();
    }
}
