package io.onhand.views;

import java.util.UUID;

/**
 * A list as a person likes to see it.
 *
 * @param id of the view
 * @param page the word of the page it belongs to, such as {@code stock}
 * @param name what the person calls it, 1 to {@link SavedViews#NAME_MAX} characters
 * @param query the filters as they stand in the address, without the question mark; at most {@link
 *     SavedViews#QUERY_MAX} characters
 */
public record SavedView(UUID id, String page, String name, String query) {}
