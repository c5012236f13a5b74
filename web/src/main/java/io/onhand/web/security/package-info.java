/** Who is asking: filters, keys, headers and what an endpoint needs. */
@NullMarked
package io.onhand.web.security;

import org.jspecify.annotations.NullMarked;
