/** Signing in at the issuer that the settings name. */
@NullMarked
package io.onhand.web.foreign;

import org.jspecify.annotations.NullMarked;
