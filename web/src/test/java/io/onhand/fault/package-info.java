/**
 * Programs and databases that die under load: what was answered stays, and every number is right.
 */
@NullMarked
package io.onhand.fault;

import org.jspecify.annotations.NullMarked;
