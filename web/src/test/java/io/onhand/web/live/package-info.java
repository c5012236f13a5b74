@NullMarked
package io.onhand.web.live;

import org.jspecify.annotations.NullMarked;
