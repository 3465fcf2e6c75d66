/** The gRPC API of incentives. */
@NullMarked
package io.zugabe.recommendation.incentives.endpoint;

import org.jspecify.annotations.NullMarked;
