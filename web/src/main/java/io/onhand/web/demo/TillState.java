package io.onhand.web.demo;

/**
 * How it stands with the way from the tills to Onhand.
 *
 * @param networkDown whether the tills have no network
 * @param outOfOrder whether messages overtake each other
 * @param waiting how much was done that waits for the network
 */
record TillState(boolean networkDown, boolean outOfOrder, int waiting) {}
