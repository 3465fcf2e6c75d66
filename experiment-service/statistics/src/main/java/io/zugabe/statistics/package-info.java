/**
 * Statistics of experiments as pure functions: what the arms' sums say about their difference, whether the split can be
 * trusted, how many units a test needs. Nothing here knows where sums come from, reads a clock or draws at random.
 *
 * <p>A metric's sums of one arm ({@link io.zugabe.statistics.Moments}) become an estimate ({@link
 * io.zugabe.statistics.Arm}), two arms a {@link io.zugabe.statistics.Difference}, and a difference is read by {@link
 * io.zugabe.statistics.Welch}, {@link io.zugabe.statistics.ConfidenceSequence} or {@link
 * io.zugabe.statistics.Posterior}.
 */
@NullMarked
package io.zugabe.statistics;

import org.jspecify.annotations.NullMarked;
