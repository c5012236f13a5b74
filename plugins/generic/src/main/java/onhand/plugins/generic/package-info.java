/** The connector of senders that speak Onhand's own words. */
@NullMarked
package onhand.plugins.generic;

import org.jspecify.annotations.NullMarked;
