/**
 * The small door through which the demo and tests speak to whatever plays a vendor: a merchant's
 * tills and shelves in Onhand's own words, and how the demo's connection to it is made.
 */
@NullMarked
package onhand.plugins.standin;

import org.jspecify.annotations.NullMarked;
