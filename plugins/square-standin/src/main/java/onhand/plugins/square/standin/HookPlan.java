package onhand.plugins.square.standin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Decides, by a seed, when and how often each webhook is sent. */
final class HookPlan {

    private final Random random;
    private Trouble trouble = Trouble.NONE;

    HookPlan(long seed) {
        random = new Random(seed);
    }

    synchronized void become(Trouble other) {
        trouble = other;
    }

    /** The waiting times of all sendings; none when the webhook is lost. */
    synchronized List<Duration> copies(int repeats, Duration delay) {
        List<Duration> copies = new ArrayList<>();
        if (random.nextInt(100) < trouble.lossPercent()) {
            return copies;
        }
        int count = Math.max(repeats, 1 + random.nextInt(trouble.repeatsMax()));
        for (int i = 0; i < count; i++) {
            copies.add(delay.plusMillis(random.nextLong(trouble.delayMax().toMillis() + 1)));
        }
        return copies;
    }
}
