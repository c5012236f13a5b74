@NullMarked
package io.onhand.sync;

import org.jspecify.annotations.NullMarked;
