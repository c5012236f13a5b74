/** The edge of the program: what comes in from outside, by HTTP. */
@NullMarked
package io.onhand.web;

import org.jspecify.annotations.NullMarked;
