package io.zugabe.recommendation.triggers.adapter;

import com.google.protobuf.Timestamp;
import io.zugabe.recommendation.decision.DecisionRecord;
import io.zugabe.recommendation.decision.adapter.DecisionWriter;
import io.zugabe.recommendation.triggers.ClaimedTimer;
import io.zugabe.recommendation.triggers.domain.Timer;
import io.zugabe.recommendation.v1.Channel;
import io.zugabe.recommendation.v1.DueOffer;
import io.zugabe.recommendation.v1.TriggerKind;
import java.time.Instant;

/** A due offer as it is sent. */
final class DueOfferWriter {

    private DueOfferWriter() {}

    static byte[] write(ClaimedTimer claimed, DecisionRecord decision) {
        Timer timer = claimed.timer();
        return DueOffer.newBuilder()
                .setDueOfferId(claimed.id().toString())
                .setKind(
                        TriggerKind.valueOf("TRIGGER_KIND_" + timer.key().kind().name()))
                .setChannel(Channel.valueOf("CHANNEL_" + timer.channel().name()))
                .setCustomerId(decision.request().customerId())
                .setVisitorId(decision.request().visitorId())
                .setSubject(timer.key().object())
                .addAllAnchorProductIds(timer.anchors())
                .setCauseTime(timestamp(timer.cause()))
                .setDueTime(timestamp(timer.due()))
                .setExpireTime(timestamp(timer.expires()))
                .setDecisionId(decision.id().toString())
                .addAllOffers(DecisionWriter.response(decision).getOffersList())
                .build()
                .toByteArray();
    }

    private static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
