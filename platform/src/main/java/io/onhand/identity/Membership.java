package io.onhand.identity;

/**
 * What a person is in the current tenant.
 *
 * @param limit the locations that the person may touch
 */
public record Membership(PersonId person, Role role, LocationLimit limit) {}
