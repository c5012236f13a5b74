package io.onhand.programs;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * One figure of one program.
 *
 * @param program which of the programs that run
 * @param subject of what in the program, such as a consumer of the relay; empty for all of it
 * @param value with at most three decimals
 * @param notedAt when it was so
 */
public record Stand(
        UUID program, Figure figure, String subject, BigDecimal value, Instant notedAt) {}
