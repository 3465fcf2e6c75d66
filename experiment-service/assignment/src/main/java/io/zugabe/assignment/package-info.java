/**
 * Deterministic assignment of units to the arms of experiments. Pure functions without state, so that
 * whoever knows the running experiments computes the same: experiment-service when asked, and
 * recommendation-service locally inside a decision.
 */
@NullMarked
package io.zugabe.assignment;

import org.jspecify.annotations.NullMarked;
