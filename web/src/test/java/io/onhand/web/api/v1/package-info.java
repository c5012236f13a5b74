/** Tests of the endpoints. */
@NullMarked
package io.onhand.web.api.v1;

import org.jspecify.annotations.NullMarked;
