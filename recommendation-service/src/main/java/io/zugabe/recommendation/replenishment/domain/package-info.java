/** What a customer is about to run out of, pure. */
@NullMarked
package io.zugabe.recommendation.replenishment.domain;

import org.jspecify.annotations.NullMarked;
