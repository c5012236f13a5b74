@NullMarked
package io.onhand.tenancy;

import org.jspecify.annotations.NullMarked;
