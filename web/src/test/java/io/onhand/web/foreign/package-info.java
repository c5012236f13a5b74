/** Signing in at another issuer, over HTTP. */
@NullMarked
package io.onhand.web.foreign;

import org.jspecify.annotations.NullMarked;
