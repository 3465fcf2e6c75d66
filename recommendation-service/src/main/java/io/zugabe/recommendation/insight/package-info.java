/** How offers do, and what follows from it. */
@NullMarked
package io.zugabe.recommendation.insight;

import org.jspecify.annotations.NullMarked;
