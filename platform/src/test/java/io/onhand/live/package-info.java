@NullMarked
package io.onhand.live;

import org.jspecify.annotations.NullMarked;
