/** Public pages. */
@NullMarked
package io.onhand.web.site;

import org.jspecify.annotations.NullMarked;
