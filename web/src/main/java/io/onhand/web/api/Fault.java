package io.onhand.web.api;

/**
 * One thing that is wrong with a request's body.
 *
 * @param pointer where, as a JSON pointer (RFC 6901)
 * @param code what, stable
 * @param detail a sentence for people
 */
public record Fault(String pointer, String code, String detail) {}
