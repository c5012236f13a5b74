package io.onhand.bench;

/** One event on its way to screens: when it was sent, and when its hook said that it is kept. */
final class Trip {

    private final long sentAt = System.nanoTime();
    private volatile long keptAt;

    void kept() {
        keptAt = System.nanoTime();
    }

    long sinceSent(long now) {
        return now - sentAt;
    }

    /** Zero for what was on the screen before its hook had answered. */
    long sinceKept(long now) {
        long at = keptAt;
        return at == 0 ? 0 : Math.max(0, now - at);
    }
}
