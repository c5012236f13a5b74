/**
 * What every endpoint of the API shares: strict JSON in, problems and pages out.
 *
 * <p>A request's body is read into a record, whose components say what is allowed; all that is
 * wrong with it is answered at once. Refusals are thrown as {@code Refusal} and answered as
 * problems (RFC 9457) in one place.
 *
 * <p>Words: problem, refusal, fault, page, cursor, answer.
 */
@NullMarked
package io.onhand.web.api;

import org.jspecify.annotations.NullMarked;
