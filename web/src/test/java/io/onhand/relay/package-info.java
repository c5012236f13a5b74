/** Looks at what work consumers were handed, in whole programs. */
@NullMarked
package io.onhand.relay;

import org.jspecify.annotations.NullMarked;
