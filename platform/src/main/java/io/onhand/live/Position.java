package io.onhand.live;

/**
 * A place in a ring.
 *
 * @param epoch which ring
 * @param seq the number of the last frame that was heard
 */
public record Position(String epoch, long seq) {}
