/** The rules of the house, each with its reason. They look at the whole program. */
@NullMarked
package io.onhand.house;

import org.jspecify.annotations.NullMarked;
