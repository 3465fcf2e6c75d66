/** The running experiments in the memory of this process. */
@NullMarked
package io.zugabe.recommendation.experiments;

import org.jspecify.annotations.NullMarked;
