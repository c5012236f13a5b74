package io.onhand.identity;

import java.util.Optional;

/**
 * A browser in which somebody is signed in.
 *
 * @param person who
 * @param caller what the person is in the tenant that it has chosen; empty before it chose, and
 *     when it is no member any more
 * @param tenant what that tenant is called; empty for none
 * @param several whether the person is a member of other tenants, too
 */
public record Session(Person person, Optional<Caller> caller, String tenant, boolean several) {}
