/** The REST API, version 1: what scripts, tills and channels use. */
@NullMarked
package io.onhand.web.api.v1;

import org.jspecify.annotations.NullMarked;
