/** When a complement is bought, seen from what it complements, pure. */
@NullMarked
package io.zugabe.recommendation.moment.domain;

import org.jspecify.annotations.NullMarked;
