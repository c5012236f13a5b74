package io.onhand.web.start;

import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The address by which the world knows this installation ({@code ONHAND_PUBLIC_URL}). Computed when
 * asked and never stored: programs that share a database share it.
 */
@Component
public class PublicUrl {

    private final Environment environment;

    PublicUrl(Environment environment) {
        this.environment = environment;
    }

    /** The address, without a slash at its end. */
    public String value() {
        Optional<String> set = set();
        if (set.isPresent()) {
            return set.get();
        }
        String port =
                environment.getProperty(
                        "local.server.port", environment.getProperty("server.port", "8080"));
        return "http://localhost:" + port;
    }

    /** The address where somebody set it, known also before the port is. */
    public Optional<String> set() {
        return Optional.of(environment.getProperty("onhand.public.url", "").strip())
                .filter(url -> !url.isEmpty())
                .map(url -> url.replaceFirst("/+$", ""));
    }
}
