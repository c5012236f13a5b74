@NullMarked
package io.onhand.locations;

import org.jspecify.annotations.NullMarked;
