package io.onhand.measure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * An exact number of units, counted in millionths of the variant's base unit. Its magnitude is
 * below 10^12 units.
 *
 * @param millionths the count; 1 unit is 1,000,000
 */
public record Quantity(long millionths) implements Comparable<Quantity> {

    /** Millionths in one unit. */
    public static final long UNIT = 1_000_000L;

    /** Decimals that a quantity may have; a finer one is refused, never rounded. */
    public static final int DECIMALS_MAX = 6;

    /** No quantity reaches this many units, in either direction. */
    public static final long UNITS_LIMIT = 1_000_000_000_000L;

    public static final Quantity ZERO = new Quantity(0);

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    public Quantity {
        if (Math.abs(millionths) >= UNITS_LIMIT * UNIT) {
            throw new IllegalArgumentException(
                    "quantity of 10^12 units or more: " + millionths + " millionths");
        }
    }

    public static Quantity ofUnits(long units) {
        return new Quantity(Math.multiplyExact(units, UNIT));
    }

    /**
     * Reads a plain decimal such as {@code 12}, {@code -0.25} or {@code 1.500}; superfluous zeros
     * are accepted.
     *
     * @throws IllegalArgumentException for anything else: a plus sign, an exponent, more than
     *     {@link #DECIMALS_MAX} significant decimals, or a magnitude of 10^12 or more
     */
    public static Quantity parse(String text) {
        if (text.length() > 64 || !DECIMAL.matcher(text).matches()) {
            throw new IllegalArgumentException("not a decimal number");
        }
        BigDecimal value = new BigDecimal(text).stripTrailingZeros();
        if (value.scale() > DECIMALS_MAX) {
            throw new IllegalArgumentException("more than " + DECIMALS_MAX + " decimals");
        }
        if (value.abs().compareTo(BigDecimal.valueOf(UNITS_LIMIT)) >= 0) {
            throw new IllegalArgumentException("10^12 or more");
        }
        return new Quantity(value.movePointRight(DECIMALS_MAX).longValueExact());
    }

    public Quantity plus(Quantity other) {
        return new Quantity(millionths + other.millionths);
    }

    public Quantity minus(Quantity other) {
        return new Quantity(millionths - other.millionths);
    }

    public Quantity negated() {
        return new Quantity(-millionths);
    }

    /** Whether {@link #times} has an exact result that is a quantity. */
    public boolean fits(Quantity factor) {
        BigInteger[] result = product(factor);
        return result[1].signum() == 0
                && result[0].abs().compareTo(BigInteger.valueOf(UNITS_LIMIT * UNIT)) < 0;
    }

    /**
     * The product, exactly.
     *
     * @throws IllegalArgumentException when it is no multiple of a millionth, or 10^12 or more
     */
    public Quantity times(Quantity factor) {
        if (!fits(factor)) {
            throw new IllegalArgumentException(this + " times " + factor + " is no quantity");
        }
        return new Quantity(product(factor)[0].longValueExact());
    }

    private BigInteger[] product(Quantity factor) {
        return BigInteger.valueOf(millionths)
                .multiply(BigInteger.valueOf(factor.millionths))
                .divideAndRemainder(BigInteger.valueOf(UNIT));
    }

    /** -1, 0 or 1. */
    public int signum() {
        return Long.signum(millionths);
    }

    @Override
    public int compareTo(Quantity other) {
        return Long.compare(millionths, other.millionths);
    }

    /** The canonical decimal: no exponent, no trailing zeros, never {@code -0}. */
    @Override
    public String toString() {
        return BigDecimal.valueOf(millionths, DECIMALS_MAX).stripTrailingZeros().toPlainString();
    }
}
