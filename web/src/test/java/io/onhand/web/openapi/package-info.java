/** Tests of the OpenAPI document. */
@NullMarked
package io.onhand.web.openapi;

import org.jspecify.annotations.NullMarked;
