@NullMarked
package io.onhand.admin.ui;

import org.jspecify.annotations.NullMarked;
