package onhand.testing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The scripts in {@code src/test/browser}, which look at pages with a real browser. */
public final class BrowserScript {

    private static final Path SCRIPTS = Path.of("src/test/browser").toAbsolutePath();
    private static final Path SCREENSHOTS = Path.of("target/screenshots").toAbsolutePath();
    private static final long MINUTES_MAX = 10;

    private BrowserScript() {}

    /**
     * Runs a script, and all it says must hold. Without Node.js or Chromium the test is left out.
     *
     * @param what addresses of programs, then what it needs to come in
     */
    public static void run(String script, String... what) throws Exception {
        String node = needed("Node.js", onPath("node"));
        String browser =
                needed("Chromium", onPath("chromium", "chromium-browser", "google-chrome"));
        if (!Files.isDirectory(SCRIPTS.resolve("node_modules"))) {
            String npm = needed("npm", onPath("npm"));
            assumeTrue(
                    execute(npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund").code() == 0,
                    "not run: npm could not install playwright-core and axe-core");
        }
        var command = new ArrayList<>(List.of(node, script));
        command.addAll(List.of(what));
        command.addAll(List.of(SCREENSHOTS.toString(), browser));
        var result = execute(command.toArray(String[]::new));
        System.out.print(result.output());
        assertThat(result.code()).as(result.output()).isZero();
    }

    private record Result(int code, String output) {}

    private static Result execute(String... command) throws IOException, InterruptedException {
        var output = Files.createTempFile("onhand-browser", ".txt");
        var process =
                new ProcessBuilder(command)
                        .directory(SCRIPTS.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        if (!process.waitFor(MINUTES_MAX, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            return new Result(
                    -1, Files.readString(output) + "stopped after " + MINUTES_MAX + " min");
        }
        return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }

    private static String needed(String what, Optional<String> where) {
        assumeTrue(where.isPresent(), "not run: " + what + " is not installed");
        return where.orElseThrow();
    }

    private static Optional<String> onPath(String... names) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }
}
