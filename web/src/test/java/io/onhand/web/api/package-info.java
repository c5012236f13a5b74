/** Tests of what every endpoint shares. */
@NullMarked
package io.onhand.web.api;

import org.jspecify.annotations.NullMarked;
