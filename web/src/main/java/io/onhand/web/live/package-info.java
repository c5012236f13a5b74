/**
 * Live push: WebSocket and server-sent events over the rings of {@code io.onhand.live}.
 *
 * <p>A visitor comes in by the door with a pass; a connection is a visitor's subscriptions and what
 * waits to be sent; a line carries it.
 */
@NullMarked
package io.onhand.web.live;

import org.jspecify.annotations.NullMarked;
