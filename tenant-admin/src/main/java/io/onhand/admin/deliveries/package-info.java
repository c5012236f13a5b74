/** The pages of deliveries. */
@NullMarked
package io.onhand.admin.deliveries;

import org.jspecify.annotations.NullMarked;
