/** The OpenAPI document: drawn from the handlers themselves, so that it stays complete and true. */
@NullMarked
package io.onhand.web.openapi;

import org.jspecify.annotations.NullMarked;
