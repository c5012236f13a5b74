package io.onhand.web.demo;

import io.onhand.Application;
import io.onhand.channels.Connection;
import io.onhand.channels.ConnectionQueries;
import io.onhand.plugins.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import onhand.plugins.standin.StandInMaker;
import onhand.testing.TestDatabase;
import onhand.testing.web.Api;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A program with the demo and without its trade. It is outside the cache of contexts, which would
 * pause the program of all other tests.
 */
record DemoProgram(ConfigurableApplicationContext context) implements AutoCloseable {

    static final String SALES = "/demo/till/sales";

    private static final Pattern README_SALE =
            Pattern.compile("/demo/till/sales[\\s\\\\]*-d '(\\{.*})'");

    static DemoProgram start(String... more) {
        List<String> settings = new ArrayList<>();
        for (String setting : TestDatabase.fresh().settings()) {
            settings.add("--" + setting);
        }
        settings.addAll(
                List.of(
                        "--server.port=0",
                        "--onhand.demo=true",
                        "--onhand.demo.traffic=false",
                        "--logging.level.root=warn"));
        settings.addAll(List.of(more));
        return new DemoProgram(
                SpringApplication.run(Application.class, settings.toArray(String[]::new)));
    }

    /** The body of the sale that the README prints. */
    static String saleOfTheReadme() {
        try {
            var sale = README_SALE.matcher(Files.readString(Path.of("..", "README.md")));
            if (!sale.find()) {
                throw new IllegalStateException("the README prints no sale");
            }
            return sale.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** Whoever comes by. */
    Api anybody() {
        return new Api(port(), null);
    }

    Api owner() {
        return new Api(port(), DemoKey.TRAFFIC);
    }

    /** The connection with the vendor of the tills. */
    Connection connection() {
        return bean(TeaShops.class).read(this::found);
    }

    /** How its plugin is installed. */
    Installation installation() {
        return bean(TeaShops.class).read(() -> found().installation());
    }

    private Connection found() {
        String code = bean(StandInMaker.class).connection().code();
        return bean(ConnectionQueries.class).byCode(code).orElseThrow();
    }

    @Override
    public void close() {
        context.close();
    }
}
