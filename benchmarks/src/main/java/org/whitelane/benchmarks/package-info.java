/**
 * Speed as a ratio to a limit that is measured in the same run: both sides take turns, each turn
 * gives a ratio, and the median of the ratios is the figure. What the machine does besides hits
 * both sides alike.
 */
@NullMarked
package org.whitelane.benchmarks;

import org.jspecify.annotations.NullMarked;
