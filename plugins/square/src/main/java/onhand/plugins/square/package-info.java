/**
 * The connector of Square. What it knows of Square's API is of square/connect-api-specification
 * ({@code api.json}) and of developer.squareup.com; where a class relies on something particular,
 * it says so.
 *
 * <p>An order is a document whose revision is its version, what was typed at the till is a fact,
 * and all else (counts, payments, refunds) only hints at documents.
 */
@NullMarked
package onhand.plugins.square;

import org.jspecify.annotations.NullMarked;
