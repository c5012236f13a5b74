/**
 * What a plugin may rely on: interfaces and records, and nothing of Onhand besides.
 *
 * <p>Everything that passes between Onhand and a plugin can be written as JSON, because a plugin of
 * somebody else runs in a process of its own. Quantities are decimal strings, times are ISO 8601,
 * and a plugin only proposes: Onhand checks, and posts what is right.
 */
@NullMarked
package io.onhand.plugin;

import org.jspecify.annotations.NullMarked;
