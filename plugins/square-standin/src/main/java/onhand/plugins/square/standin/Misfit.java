package onhand.plugins.square.standin;

/**
 * Where a body is not of its shape.
 *
 * @param field as Square names it, {@code changes[0].adjustment.quantity}
 * @param code one of Square's error codes
 */
public record Misfit(String field, String code, String detail) {}
