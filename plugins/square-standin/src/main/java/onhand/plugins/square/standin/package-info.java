/**
 * A server that plays Square on a loopback port, for tests and the demo: it refuses what Square
 * refuses, sends signed webhooks through a network as bad as asked for, and keeps its orders in a
 * file, so that they outlive a killed program.
 */
@NullMarked
package onhand.plugins.square.standin;

import org.jspecify.annotations.NullMarked;
