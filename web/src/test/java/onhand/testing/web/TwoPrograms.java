package onhand.testing.web;

import io.onhand.Application;
import java.util.ArrayList;
import java.util.List;
import onhand.testing.TestDatabase;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Two whole programs on one empty database, each with a port of its own, within this process. */
public final class TwoPrograms implements AutoCloseable {

    private static final String DATA = "onhand.data.dir=";

    private final List<ConfigurableApplicationContext> programs;

    private TwoPrograms(List<ConfigurableApplicationContext> programs) {
        this.programs = programs;
    }

    /** Starts both, without demo and rate limits. */
    public static TwoPrograms start() {
        return start(program -> {});
    }

    /** Starts both with these settings, each after something was done to it. */
    public static TwoPrograms start(
            ApplicationContextInitializer<ConfigurableApplicationContext> before,
            String... settings) {
        var database = TestDatabase.fresh();
        return new TwoPrograms(
                List.of(
                        program(database, "a", before, settings),
                        program(database, "b", before, settings)));
    }

    /** One of the two: 0 or 1. */
    public ConfigurableApplicationContext program(int which) {
        return programs.get(which);
    }

    /** The port of one of the two. */
    public int port(int which) {
        return Integer.parseInt(
                programs.get(which).getEnvironment().getRequiredProperty("local.server.port"));
    }

    @Override
    public void close() {
        programs.forEach(ConfigurableApplicationContext::close);
    }

    private static ConfigurableApplicationContext program(
            TestDatabase.Address database,
            String name,
            ApplicationContextInitializer<ConfigurableApplicationContext> before,
            String... settings) {
        var arguments = new ArrayList<String>();
        for (String setting : database.settings()) {
            arguments.add("--" + (setting.startsWith(DATA) ? setting + name : setting));
        }
        arguments.addAll(
                List.of(
                        "--server.port=0",
                        "--onhand.demo=false",
                        "--onhand.limits=off",
                        "--logging.level.root=warn"));
        arguments.addAll(List.of(settings));
        return new SpringApplicationBuilder(Application.class)
                .initializers(before)
                .run(arguments.toArray(String[]::new));
    }
}
