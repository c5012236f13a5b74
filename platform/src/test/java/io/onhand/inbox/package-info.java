@NullMarked
package io.onhand.inbox;

import org.jspecify.annotations.NullMarked;
