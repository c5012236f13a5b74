package io.onhand.admin.stock;

import io.onhand.admin.ui.Figure;

/**
 * A variant in one location, with all that makes up its number.
 *
 * @param row what it is, with what is on hand
 */
record PlaceLine(
        LevelTable.Row row,
        Figure available,
        Figure committed,
        Figure unavailable,
        Figure inTransit,
        Figure incoming) {}
