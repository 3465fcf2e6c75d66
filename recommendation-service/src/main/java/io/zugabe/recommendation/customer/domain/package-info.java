/** What is known of a customer when a decision is made. */
@NullMarked
package io.zugabe.recommendation.customer.domain;

import org.jspecify.annotations.NullMarked;
