package onhand.plugins.square.standin;

import static onhand.plugins.square.standin.TeaShop.EARL;
import static onhand.plugins.square.standin.TeaShop.LONDON;
import static onhand.plugins.square.standin.TeaShop.one;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptTest {

    private static final int SALES_BEFORE_DEATH = 40;

    @TempDir Path directory;

    @Test
    void noOrderThatWasAnsweredIsLostByAKilledProgram() throws Exception {
        TeaShop.open(directory).close();
        List<String> answered = new ArrayList<>();
        for (int life = 0; life < 3; life++) {
            answered.addAll(sellUntilKilled());
        }
        try (var shop = TeaShop.open(directory)) {
            assertThat(answered).hasSizeGreaterThanOrEqualTo(3 * SALES_BEFORE_DEATH);
            assertThat(answered)
                    .doesNotHaveDuplicates()
                    .allSatisfy(
                            id -> assertThat(shop.order(id).path("id").asString("")).isEqualTo(id));
            int sold = 100 - Integer.parseInt(shop.count(LONDON, EARL));
            assertThat(sold).isGreaterThanOrEqualTo(answered.size());
        }
    }

    @Test
    void everythingIsThereAgainAfterAStartAndIdsAreNotUsedTwice() {
        String order;
        String waiting;
        try (var shop = TeaShop.open(directory)) {
            order = shop.till().sell(LONDON, one(EARL, "2"));
            shop.till().networkDown(true);
            waiting = shop.till().sell(LONDON, one(EARL, "3"));
        }
        try (var shop = TeaShop.open(directory)) {
            assertThat(shop.till().isNetworkDown()).isTrue();
            assertThat(shop.count(LONDON, EARL)).isEqualTo("98");
            shop.till().networkDown(false);
            assertThat(shop.count(LONDON, EARL)).isEqualTo("95");
            assertThat(shop.order(order).path("version").intValue()).isEqualTo(1);
            assertThat(shop.till().sell(LONDON, one(EARL, "1"))).isNotIn(order, waiting);
        }
    }

    @Test
    void theSameSeedGivesTheSameIds() {
        try (var one = TeaShop.open(directory.resolve("a"));
                var other = TeaShop.open(directory.resolve("b"))) {
            assertThat(one.till().sell(LONDON, one(EARL, "1")))
                    .isEqualTo(other.till().sell(LONDON, one(EARL, "1")));
        }
    }

    @Test
    void halfALineAtTheEndWasNeverAnsweredAndDamageElsewhereIsNotOverlooked() throws IOException {
        TeaShop.open(directory).close();
        Path journal = directory.resolve("square.journal");
        Files.writeString(journal, "[{\"table\":\"ORD", StandardOpenOption.APPEND);
        TeaShop.open(directory).close();
        Files.writeString(journal, "[{\"table\":\"ORD\n", StandardOpenOption.APPEND);
        assertThatThrownBy(() -> TeaShop.open(directory)).hasMessageContaining("damaged");
    }

    @Test
    void twoStandInsDoNotShareADirectory() {
        try (var first = TeaShop.open(directory)) {
            assertThatThrownBy(() -> TeaShop.open(directory))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Another stand-in");
            first.till().sell(LONDON, one(EARL, "1"));
        }
    }

    @Test
    void aCallerWhoIsInterruptedDoesNotCloseTheFileForOthers() {
        try (var shop = TeaShop.open(directory)) {
            Thread.currentThread().interrupt();
            shop.till().sell(LONDON, one(EARL, "1"));
            assertThat(Thread.interrupted()).isTrue();
            shop.till().sell(LONDON, one(EARL, "1"));
            assertThat(shop.count(LONDON, EARL)).isEqualTo("98");
        }
    }

    private List<String> sellUntilKilled() throws IOException, InterruptedException {
        Process program =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                TillProgram.class.getName(),
                                directory.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        List<String> answered = new ArrayList<>();
        try (BufferedReader out = program.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                answered.add(line);
                if (answered.size() == SALES_BEFORE_DEATH) {
                    // through the handle: it leaves what was printed to be read
                    program.toHandle().destroyForcibly();
                }
            }
        }
        program.waitFor();
        // the last line may be torn by the kill
        return answered.subList(0, Math.max(SALES_BEFORE_DEATH, answered.size() - 1));
    }
}
