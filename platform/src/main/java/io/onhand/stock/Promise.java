package io.onhand.stock;

import java.time.Instant;

/**
 * For whom, and until when, stock is to be promised.
 *
 * @param reservation the id that the reservation will have
 * @param owner whose order it is, 1–100 characters
 * @param expiresAt when it ends by itself
 */
public record Promise(ReservationId reservation, String owner, Instant expiresAt) {}
