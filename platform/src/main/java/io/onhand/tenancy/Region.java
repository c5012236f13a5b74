package io.onhand.tenancy;

import java.util.UUID;

/**
 * A part of the world in which rows live. Its code is the first byte of ids, so that the database
 * can compute a row's place from its key; the codes are complete from the start because a computed
 * column cannot be altered.
 *
 * @param code 0–255
 */
public record Region(int code) {

    /** Where everything lives that names no other region. */
    public static final Region HOME = new Region(0);

    public Region {
        if (code < 0 || code > 0xff) {
            throw new IllegalArgumentException("region code " + code);
        }
    }

    /** Parses the two hexadecimal digits of a region, {@code 00}–{@code ff}. */
    public static Region parse(String code) {
        if (!code.matches("[0-9a-f]{2}")) {
            throw new IllegalArgumentException("a region is two hexadecimal digits, not " + code);
        }
        return new Region(Integer.parseInt(code, 16));
    }

    /** The region of the row whose key starts with this id. */
    public static Region of(UUID id) {
        return new Region((int) (id.getMostSignificantBits() >>> 56));
    }

    /** The same id, moved into this region. */
    public UUID place(UUID id) {
        long rest = id.getMostSignificantBits() & 0x00ff_ffff_ffff_ffffL;
        return new UUID(((long) code << 56) | rest, id.getLeastSignificantBits());
    }

    /** A new random id of this region. */
    public UUID newId() {
        return place(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return "%02x".formatted(code);
    }
}
