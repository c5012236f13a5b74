/** The composition root: one class that starts the program. */
@NullMarked
package io.onhand;

import org.jspecify.annotations.NullMarked;
