/** How the program starts, and when it does not. */
@NullMarked
package io.onhand.web.start;

import org.jspecify.annotations.NullMarked;
