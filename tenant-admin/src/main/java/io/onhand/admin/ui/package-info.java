/** The UI kit: layout, icons and the small pieces that every page is made of. */
@NullMarked
package io.onhand.admin.ui;

import org.jspecify.annotations.NullMarked;
