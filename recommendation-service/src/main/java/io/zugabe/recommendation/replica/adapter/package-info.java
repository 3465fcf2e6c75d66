/** Following the catalog service. */
@NullMarked
package io.zugabe.recommendation.replica.adapter;

import org.jspecify.annotations.NullMarked;
