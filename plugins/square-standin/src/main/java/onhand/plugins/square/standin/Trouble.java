package onhand.plugins.square.standin;

import java.time.Duration;

/**
 * How bad the way of the webhooks is.
 *
 * @param repeatsMax each is sent 1 to so many times
 * @param delayMax each sending waits up to so long, so that they overtake each other
 * @param lossPercent of the webhooks never leave, with all their repeats; 0 to 100
 */
public record Trouble(int repeatsMax, Duration delayMax, int lossPercent) {

    /** Every webhook once, at once. */
    public static final Trouble NONE = new Trouble(1, Duration.ZERO, 0);

    /** Sendings of one webhook. */
    static final int REPEATS_MAX = 20;

    public Trouble {
        boolean possible =
                repeatsMax >= 1
                        && repeatsMax <= REPEATS_MAX
                        && !delayMax.isNegative()
                        && lossPercent >= 0
                        && lossPercent <= 100;
        if (!possible) {
            throw new IllegalArgumentException("no such trouble");
        }
    }
}
