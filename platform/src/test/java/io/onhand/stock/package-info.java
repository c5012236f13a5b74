@NullMarked
package io.onhand.stock;

import org.jspecify.annotations.NullMarked;
