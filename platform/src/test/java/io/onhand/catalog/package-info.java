@NullMarked
package io.onhand.catalog;

import org.jspecify.annotations.NullMarked;
