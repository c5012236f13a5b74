/** Tests of every operation of the API at once, driven by the document that describes it. */
@NullMarked
package io.onhand.web;

import org.jspecify.annotations.NullMarked;
