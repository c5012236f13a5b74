package onhand.testing;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Two programs on one empty database, as an operator would run them side by side, within this
 * process.
 */
public final class TwoNodes implements AutoCloseable {

    private static final String DATA = "onhand.data.dir=";

    private final List<ConfigurableApplicationContext> nodes;

    private TwoNodes(List<ConfigurableApplicationContext> nodes) {
        this.nodes = nodes;
    }

    /** Starts both. */
    public static TwoNodes start() {
        var database = TestDatabase.fresh();
        return new TwoNodes(List.of(node(database, "a"), node(database, "b")));
    }

    /** The first program, for what needs any. */
    public ConfigurableApplicationContext first() {
        return nodes.getFirst();
    }

    /** One of the two, in turn. */
    public <T> T bean(int turn, Class<T> type) {
        return nodes.get(turn % nodes.size()).getBean(type);
    }

    @Override
    public void close() {
        nodes.forEach(ConfigurableApplicationContext::close);
    }

    private static ConfigurableApplicationContext node(TestDatabase.Address database, String name) {
        Stream<String> settings =
                Stream.of(database.settings())
                        .map(setting -> setting.startsWith(DATA) ? setting + name : setting);
        return new SpringApplicationBuilder(PlatformProgram.class)
                .web(WebApplicationType.NONE)
                .run(settings.map(setting -> "--" + setting).toArray(String[]::new));
    }
}
