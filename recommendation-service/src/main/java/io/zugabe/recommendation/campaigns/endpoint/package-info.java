/** CampaignService over gRPC. */
@NullMarked
package io.zugabe.recommendation.campaigns.endpoint;

import org.jspecify.annotations.NullMarked;
