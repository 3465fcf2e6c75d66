/** The gRPC API of placements. */
@NullMarked
package io.zugabe.recommendation.placements.endpoint;

import org.jspecify.annotations.NullMarked;
