/** What the tests of every module share: a database of their own and a small named world. */
@NullMarked
package onhand.testing;

import org.jspecify.annotations.NullMarked;
