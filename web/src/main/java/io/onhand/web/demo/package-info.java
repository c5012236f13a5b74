/** The demo world: two retailers, their month of history, and the shops that keep trading. */
@NullMarked
package io.onhand.web.demo;

import org.jspecify.annotations.NullMarked;
