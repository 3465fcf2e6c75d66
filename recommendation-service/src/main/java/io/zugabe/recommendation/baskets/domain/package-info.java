/** What was bought together: counting and matching returns, pure. */
@NullMarked
package io.zugabe.recommendation.baskets.domain;

import org.jspecify.annotations.NullMarked;
