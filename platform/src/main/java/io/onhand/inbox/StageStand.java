package io.onhand.inbox;

import java.time.Instant;

/**
 * How a stage of the inbox stands, over all tenants.
 *
 * @param stage {@code read} or {@code post}
 * @param waiting pieces of work that are not done
 * @param triedBefore of them, those that went wrong at least once
 * @param oldestDue when the oldest of them was or is to be done
 */
public record StageStand(String stage, long waiting, long triedBefore, Instant oldestDue) {}
