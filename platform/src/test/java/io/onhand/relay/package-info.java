@NullMarked
package io.onhand.relay;

import org.jspecify.annotations.NullMarked;
