@NullMarked
package onhand.plugins.hello;

import org.jspecify.annotations.NullMarked;
