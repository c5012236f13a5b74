@NullMarked
package io.onhand.identity;

import org.jspecify.annotations.NullMarked;
