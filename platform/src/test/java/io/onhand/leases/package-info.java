@NullMarked
package io.onhand.leases;

import org.jspecify.annotations.NullMarked;
