package io.onhand.web.live;

import io.onhand.identity.Caller;
import io.onhand.live.Pass;

/**
 * Somebody who was let in.
 *
 * @param pass by which they can be asked for again
 * @param caller what they may do, as of now
 */
public record Visitor(Pass pass, Caller caller) {}
