/** The first page after signing in: what needs somebody, then what moved. */
@NullMarked
package io.onhand.admin.home;

import org.jspecify.annotations.NullMarked;
