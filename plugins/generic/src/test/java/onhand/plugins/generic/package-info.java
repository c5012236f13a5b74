@NullMarked
package onhand.plugins.generic;

import org.jspecify.annotations.NullMarked;
