/** Reading orders. */
@NullMarked
package io.zugabe.recommendation.complements.adapter;

import org.jspecify.annotations.NullMarked;
