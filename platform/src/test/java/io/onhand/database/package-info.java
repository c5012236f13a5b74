@NullMarked
package io.onhand.database;

import org.jspecify.annotations.NullMarked;
