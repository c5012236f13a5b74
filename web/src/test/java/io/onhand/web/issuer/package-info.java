/** The local issuer, over HTTP. */
@NullMarked
package io.onhand.web.issuer;

import org.jspecify.annotations.NullMarked;
