@NullMarked
package io.onhand.web.demo;

import org.jspecify.annotations.NullMarked;
