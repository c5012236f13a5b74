/**
 * The demo world: two retailers, their month of history, the shops that keep trading, and the pages
 * that show them to whoever comes by. All of it is absent when the demo is off.
 */
@NullMarked
package io.onhand.web.demo;

import org.jspecify.annotations.NullMarked;
