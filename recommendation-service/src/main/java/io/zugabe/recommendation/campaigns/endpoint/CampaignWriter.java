package io.zugabe.recommendation.campaigns.endpoint;

import com.google.protobuf.Timestamp;
import io.zugabe.common.v1.LocalizedText;
import io.zugabe.recommendation.campaigns.CampaignStore.Stored;
import io.zugabe.recommendation.campaigns.domain.Campaign;
import io.zugabe.recommendation.v1.Campaign.Audience;
import io.zugabe.recommendation.v1.Campaign.State;
import io.zugabe.recommendation.v1.Channel;
import io.zugabe.recommendation.v1.Placement;
import java.time.Instant;

/** Campaigns as they are told. */
final class CampaignWriter {

    private CampaignWriter() {}

    static io.zugabe.recommendation.v1.Campaign campaign(Stored stored, Instant now) {
        Campaign campaign = stored.campaign();
        io.zugabe.recommendation.v1.Campaign.Builder message = io.zugabe.recommendation.v1.Campaign.newBuilder()
                .setCampaignId(campaign.id())
                .setName(campaign.name())
                .setStartTime(timestamp(campaign.start()))
                .setEndTime(timestamp(campaign.end()))
                .setSegmentId(campaign.segment())
                .setAudience(campaign.owners() ? Audience.AUDIENCE_OWNERS : Audience.AUDIENCE_UNSPECIFIED)
                .setCondition(campaign.condition())
                .setControlShare(campaign.controlShare())
                .addAllProductIds(campaign.products())
                .setBoost(campaign.boost())
                .setReason(
                        LocalizedText.newBuilder().putAllTexts(campaign.reason().texts()))
                .setState(state(campaign, now))
                .setEtag("c" + campaign.version())
                .setCreateTime(timestamp(stored.created()))
                .setUpdateTime(timestamp(stored.updated()))
                .setTimers(stored.timers());
        campaign.placements().stream()
                .sorted()
                .map(name -> Placement.valueOf("PLACEMENT_" + name))
                .forEach(message::addPlacements);
        campaign.channel()
                .map(channel -> Channel.valueOf("CHANNEL_" + channel.name()))
                .ifPresent(message::setChannel);
        return message.build();
    }

    private static State state(Campaign campaign, Instant now) {
        if (campaign.isOverAt(now)) {
            return State.STATE_ENDED;
        }
        if (campaign.stage() == Campaign.Stage.PAUSED) {
            return State.STATE_PAUSED;
        }
        return campaign.runsAt(now) ? State.STATE_RUNNING : State.STATE_SCHEDULED;
    }

    private static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
