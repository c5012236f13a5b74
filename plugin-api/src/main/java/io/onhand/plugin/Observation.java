package io.onhand.plugin;

/**
 * What a till takes the stock of an item at a place to be. What the till does not track is no
 * observation of zero, but none.
 *
 * @param item the sender's name of the item, 1–64 characters
 * @param location the sender's name of the place, 1–64 characters
 * @param quantity a plain decimal, perhaps below zero
 * @param at when the till took it to be so, ISO 8601 in UTC
 */
public record Observation(String item, String location, String quantity, String at) {}
