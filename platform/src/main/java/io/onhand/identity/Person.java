package io.onhand.identity;

/**
 * Somebody who signs in.
 *
 * @param email in small letters, unique
 * @param name what others call them, 1–200 characters
 */
public record Person(PersonId id, String email, String name) {}
