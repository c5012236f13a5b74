@NullMarked
package io.onhand.web.sync;

import org.jspecify.annotations.NullMarked;
