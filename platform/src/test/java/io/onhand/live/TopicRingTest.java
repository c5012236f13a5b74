package io.onhand.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A ring whose frames are made when the test says so. */
class TopicRingTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final List<Runnable> due = new ArrayList<>();
    private final TopicRing ring =
            new TopicRing("stock:LONDON", (nanos, work) -> due.add(work), System.nanoTime());

    /** Remembers what it hears. */
    private static final class Screen implements LiveListener {
        private final List<JsonNode> heard = new ArrayList<>();

        @Override
        public void hear(Frame frame) {
            heard.add(JSON.readTree(frame.json()));
        }

        @Override
        public void catchUp(List<Frame> frames) {
            frames.forEach(this::hear);
        }

        JsonNode last() {
            return heard.getLast();
        }
    }

    @Test
    void ofASkuTheNewestNumbersAreToldOnceInAFrame() {
        var screen = join(null);
        offer("A", 5);
        offer("A", 4);
        offer("B", 1);
        offer("A", 6);
        assertThat(due).hasSize(1);
        make();
        assertThat(screen.last().path("seq").asLong()).isEqualTo(1);
        assertThat(screen.last().path("levels")).hasSize(2);
        assertThat(screen.last().at("/levels/0/version").asLong()).isEqualTo(6);
    }

    @Test
    void aVersionNeverGoesBackwards() {
        var screen = join(null);
        offer("A", 6);
        make();
        offer("A", 5);
        offer("A", 6);
        assertThat(due).isEmpty();
        assertThat(screen.heard).hasSize(2);
    }

    @Test
    void whoWasCutOffHearsWhatItMissedInOrder() {
        var first = join(null);
        for (int version = 1; version <= 5; version++) {
            offer("A", version);
            make();
        }
        var resumed = join(new Position(epoch(first), 2));
        assertThat(resumed.heard).hasSize(4);
        assertThat(resumed.heard.getFirst().path("subscribed").asBoolean(false)).isTrue();
        assertThat(resumed.heard.getFirst().path("seq").asLong()).isEqualTo(5);
        assertThat(resumed.heard.subList(1, 4))
                .extracting(frame -> frame.path("seq").asLong())
                .containsExactly(3L, 4L, 5L);
        assertThat(join(new Position(epoch(first), 5)).heard).hasSize(1);
    }

    @Test
    void anotherEpochAPositionAheadAndOneThatFellOutAreReset() {
        var first = join(null);
        for (int version = 1; version <= TopicRing.FRAMES_MAX + 1; version++) {
            offer("A", version);
            make();
        }
        assertThat(isReset(join(new Position("another", 3)))).isTrue();
        assertThat(isReset(join(new Position(epoch(first), TopicRing.FRAMES_MAX + 2)))).isTrue();
        assertThat(isReset(join(new Position(epoch(first), 0)))).isTrue();
        var oldest = join(new Position(epoch(first), 1));
        assertThat(isReset(oldest)).isFalse();
        assertThat(oldest.heard).hasSize(TopicRing.FRAMES_MAX + 1);
    }

    @Test
    void aRingThatBeginsAnewTellsEverybodyToReadAgain() {
        var screen = join(null);
        String before = epoch(screen);
        ring.restart();
        assertThat(screen.last().path("reset").asBoolean(false)).isTrue();
        assertThat(screen.last().path("epoch").asString()).isNotEqualTo(before);
    }

    private Screen join(@Nullable Position from) {
        var screen = new Screen();
        ring.join(screen, from);
        return screen;
    }

    private static String epoch(Screen screen) {
        return screen.heard.getFirst().path("epoch").asString();
    }

    private static boolean isReset(Screen screen) {
        return screen.heard.size() == 2 && screen.last().path("reset").asBoolean(false);
    }

    private void offer(String sku, long version) {
        ring.offer(List.of(new LevelChange(sku, "1", "1", "0", version)), System.nanoTime());
    }

    private void make() {
        due.removeFirst().run();
    }
}
