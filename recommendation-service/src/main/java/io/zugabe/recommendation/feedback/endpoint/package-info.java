/** The gRPC API of feedback. */
@NullMarked
package io.zugabe.recommendation.feedback.endpoint;

import org.jspecify.annotations.NullMarked;
