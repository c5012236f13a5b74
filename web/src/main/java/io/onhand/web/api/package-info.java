/**
 * What every endpoint of the API shares: strict JSON in, problems and pages out.
 *
 * <p>A request's body is read into a record, whose components say what is allowed; all that is
 * wrong with it is answered at once. Refusals are thrown as {@code Refusal} and answered as
 * problems (RFC 9457) in one place.
 *
 * <p>A handler takes what it needs as arguments: {@code Caller}, a {@code @RequestBody} record
 * (components without {@code @Nullable} are obligatory; {@code @Code}, {@code @Size},
 * {@code @Positive}, {@code @PositiveOrZero} and {@code Checked} hold its values to their limits;
 * {@code Given} in a merge patch), {@code Paging} for a list. It answers a record, a {@code Page},
 * or an {@code Answer} where something was made.
 *
 * <p>Words: problem, refusal, fault, page, cursor, answer.
 */
@NullMarked
package io.onhand.web.api;

import org.jspecify.annotations.NullMarked;
