/** Reading profiles from Redis and from the segmentation service. */
@NullMarked
package io.zugabe.recommendation.customer.adapter;

import org.jspecify.annotations.NullMarked;
