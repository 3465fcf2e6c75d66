/** Following the event log into the service's own database. */
@NullMarked
package io.zugabe.recommendation.baskets.adapter;

import org.jspecify.annotations.NullMarked;
