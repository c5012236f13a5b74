/**
 * How fast the program is, as ratios measured in one run on one database. Each figure is a line of
 * JSON on the terminal and in {@code target/bench.jsonl}; docs/understand/performance.md says how
 * to read them.
 */
@NullMarked
package io.onhand.bench;

import org.jspecify.annotations.NullMarked;
