@NullMarked
package onhand.plugins.square;

import org.jspecify.annotations.NullMarked;
