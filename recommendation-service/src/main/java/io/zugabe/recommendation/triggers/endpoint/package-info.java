/** TriggerService and DueOfferService over gRPC. */
@NullMarked
package io.zugabe.recommendation.triggers.endpoint;

import org.jspecify.annotations.NullMarked;
