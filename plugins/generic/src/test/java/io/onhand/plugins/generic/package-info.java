@NullMarked
package io.onhand.plugins.generic;

import org.jspecify.annotations.NullMarked;
