/** The gRPC API of recommendation. */
@NullMarked
package io.zugabe.recommendation.decision.endpoint;

import org.jspecify.annotations.NullMarked;
