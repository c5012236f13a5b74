@NullMarked
package io.onhand.audit;

import org.jspecify.annotations.NullMarked;
