/**
 * Stock as people see it: the table of levels and the explanation of one. The pages that need no
 * sign-in show the same pieces.
 */
@NamedInterface("stock")
@NullMarked
package io.onhand.admin.stock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
