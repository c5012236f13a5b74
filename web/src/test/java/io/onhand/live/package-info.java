/** A loud voice for tests of slow clients. */
@NullMarked
package io.onhand.live;

import org.jspecify.annotations.NullMarked;
