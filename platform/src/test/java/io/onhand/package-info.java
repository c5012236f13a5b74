@NullMarked
package io.onhand;

import org.jspecify.annotations.NullMarked;
