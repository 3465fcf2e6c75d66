/** The connections to the services that this one listens to. */
@NullMarked
package io.zugabe.recommendation.upstream;

import org.jspecify.annotations.NullMarked;
