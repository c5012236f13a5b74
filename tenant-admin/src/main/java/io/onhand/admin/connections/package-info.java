/** The pages of connections: making one, what it names, how it stands. */
@NamedInterface("connections")
@NullMarked
package io.onhand.admin.connections;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
