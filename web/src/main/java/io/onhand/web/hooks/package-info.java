/** Where messages of tills and other systems come in: no session, no key, only their signature. */
@NullMarked
package io.onhand.web.hooks;

import org.jspecify.annotations.NullMarked;
