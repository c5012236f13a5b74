/** The smallest guest, to copy from. */
@NullMarked
package onhand.plugins.hello;

import org.jspecify.annotations.NullMarked;
