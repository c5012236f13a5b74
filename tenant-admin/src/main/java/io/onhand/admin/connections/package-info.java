/** The pages of connections. */
@NullMarked
package io.onhand.admin.connections;

import org.jspecify.annotations.NullMarked;
