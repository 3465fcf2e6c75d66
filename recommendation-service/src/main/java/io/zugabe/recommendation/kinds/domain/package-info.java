/** What makes a product better than another, and what a merchandiser sets for a placement. */
@NullMarked
package io.zugabe.recommendation.kinds.domain;

import org.jspecify.annotations.NullMarked;
