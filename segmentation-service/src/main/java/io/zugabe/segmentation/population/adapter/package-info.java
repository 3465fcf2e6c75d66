/** How the population is kept. */
@NullMarked
package io.zugabe.segmentation.population.adapter;

import org.jspecify.annotations.NullMarked;
