/** Models as bytes, pure. */
@NullMarked
package io.zugabe.recommendation.models.domain;

import org.jspecify.annotations.NullMarked;
