/** What tests over HTTP share: a running program and a small client. */
@NullMarked
package onhand.testing.web;

import org.jspecify.annotations.NullMarked;
