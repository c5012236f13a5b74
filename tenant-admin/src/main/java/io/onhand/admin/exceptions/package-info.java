/** The list of work, and what settles it; home shows its beginning. */
@NamedInterface("exceptions")
@NullMarked
package io.onhand.admin.exceptions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
