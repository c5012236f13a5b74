/** When the program may start, when it is ready, and what it says then. */
@NullMarked
package io.onhand.web.start;

import org.jspecify.annotations.NullMarked;
