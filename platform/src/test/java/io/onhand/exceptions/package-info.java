@NullMarked
package io.onhand.exceptions;

import org.jspecify.annotations.NullMarked;
