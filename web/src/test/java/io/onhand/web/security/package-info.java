/** Tests of the way in. */
@NullMarked
package io.onhand.web.security;

import org.jspecify.annotations.NullMarked;
