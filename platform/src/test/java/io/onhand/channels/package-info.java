@NullMarked
package io.onhand.channels;

import org.jspecify.annotations.NullMarked;
