package io.onhand.web.start;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/** The settings that put another server in the place of a vendor's, whichever the vendor is. */
final class ReplacedVendors {

    private static final Pattern NAME = Pattern.compile("ONHAND_CONNECTORS_[A-Z0-9_]+_BASE_URL");

    private ReplacedVendors() {}

    /** Their names as environment variables. */
    static List<String> settings(ConfigurableEnvironment environment) {
        return environment.getPropertySources().stream()
                .flatMap(
                        source ->
                                source instanceof EnumerablePropertySource<?> known
                                        ? set(known)
                                        : Stream.empty())
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<String> set(EnumerablePropertySource<?> source) {
        return Arrays.stream(source.getPropertyNames())
                .filter(name -> isSet(source.getProperty(name)))
                .map(name -> name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"))
                .filter(name -> NAME.matcher(name).matches());
    }

    private static boolean isSet(@Nullable Object value) {
        return value != null && !value.toString().isBlank();
    }
}
