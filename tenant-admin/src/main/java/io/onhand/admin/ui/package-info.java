/**
 * The UI kit: the frame of signed-in pages with who looks at them, icons and the small pieces that
 * every page is made of.
 */
@NamedInterface("ui")
@NullMarked
package io.onhand.admin.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
