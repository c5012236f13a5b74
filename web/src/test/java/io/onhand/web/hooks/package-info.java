/** Messages of tills, over HTTP and to the end. */
@NullMarked
package io.onhand.web.hooks;

import org.jspecify.annotations.NullMarked;
