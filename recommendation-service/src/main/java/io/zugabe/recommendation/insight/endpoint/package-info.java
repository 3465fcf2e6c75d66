/** The gRPC API of insight. */
@NullMarked
package io.zugabe.recommendation.insight.endpoint;

import org.jspecify.annotations.NullMarked;
