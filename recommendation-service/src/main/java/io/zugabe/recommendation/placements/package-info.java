/** What the merchandiser sets for each placement. */
@NullMarked
package io.zugabe.recommendation.placements;

import org.jspecify.annotations.NullMarked;
