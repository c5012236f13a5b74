@NullMarked
package io.onhand.plugins;

import org.jspecify.annotations.NullMarked;
