/** Reading what is known of a customer. */
@NullMarked
package io.zugabe.recommendation.customer;

import org.jspecify.annotations.NullMarked;
