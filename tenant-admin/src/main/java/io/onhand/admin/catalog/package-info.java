/** The pages of the platform's module of the same name. */
@NullMarked
package io.onhand.admin.catalog;

import org.jspecify.annotations.NullMarked;
