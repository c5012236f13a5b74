/** What operators see: metrics, and whose work a line of the log belongs to. */
@NullMarked
package io.onhand.web.ops;

import org.jspecify.annotations.NullMarked;
