@NullMarked
package io.onhand.secrets;

import org.jspecify.annotations.NullMarked;
