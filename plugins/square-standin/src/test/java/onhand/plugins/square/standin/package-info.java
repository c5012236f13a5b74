@NullMarked
package onhand.plugins.square.standin;

import org.jspecify.annotations.NullMarked;
