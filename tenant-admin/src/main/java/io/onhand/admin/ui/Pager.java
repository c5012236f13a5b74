package io.onhand.admin.ui;

import org.jspecify.annotations.Nullable;

/**
 * The ways to other pages of a list.
 *
 * @param first where it begins; null on the first page
 * @param next where it goes on; null on the last page
 */
public record Pager(@Nullable String first, @Nullable String next) {}
