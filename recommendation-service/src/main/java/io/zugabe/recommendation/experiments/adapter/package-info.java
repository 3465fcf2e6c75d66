/** Following the experiment service. */
@NullMarked
package io.zugabe.recommendation.experiments.adapter;

import org.jspecify.annotations.NullMarked;
