/** The UI kit: layout, icons and the small pieces that every page is made of. */
@NamedInterface("ui")
@NullMarked
package io.onhand.admin.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
