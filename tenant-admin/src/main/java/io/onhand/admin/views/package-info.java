/** Lists under a name, as people saved them. */
@NullMarked
package io.onhand.admin.views;

import org.jspecify.annotations.NullMarked;
