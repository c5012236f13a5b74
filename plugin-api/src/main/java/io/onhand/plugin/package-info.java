/**
 * What a plugin may rely on: interfaces and records, and nothing of Onhand besides.
 *
 * <p>The connectors' interfaces come with the first connector; until then this package only fixes
 * the name and the rule that the jar carries no dependency but JSpecify.
 */
@NullMarked
package io.onhand.plugin;

import org.jspecify.annotations.NullMarked;
