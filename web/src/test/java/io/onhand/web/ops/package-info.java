@NullMarked
package io.onhand.web.ops;

import org.jspecify.annotations.NullMarked;
