package io.zugabe.recommendation.triggers.endpoint;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import io.zugabe.recommendation.triggers.DueOfferStatus;
import io.zugabe.recommendation.triggers.PendingTimer;
import io.zugabe.recommendation.triggers.TriggerChange;
import io.zugabe.recommendation.triggers.Webhook;
import io.zugabe.recommendation.triggers.domain.Timer;
import io.zugabe.recommendation.triggers.domain.Trigger;
import io.zugabe.recommendation.v1.Channel;
import io.zugabe.recommendation.v1.DueTimer;
import io.zugabe.recommendation.v1.TriggerKind;
import java.time.Instant;
import java.util.Optional;

/** Triggers, timers and due offers as they are told. */
final class Messages {

    private static final String CUSTOMER = "c:";
    private static final String VISITOR = "v:";

    private Messages() {}

    static io.zugabe.recommendation.v1.Trigger trigger(Trigger trigger) {
        return io.zugabe.recommendation.v1.Trigger.newBuilder()
                .setKind(kind(trigger.kind()))
                .setEnabled(trigger.enabled())
                .setDelay(span(trigger.delay()))
                .setPatience(span(trigger.patience()))
                .setChannel(channel(trigger.channel()))
                .setEtag(etag(trigger))
                .build();
    }

    static String etag(Trigger trigger) {
        return "t" + trigger.version();
    }

    static DueTimer timer(PendingTimer pending) {
        Timer timer = pending.timer();
        return DueTimer.newBuilder()
                .setKind(kind(timer.key().kind()))
                .setCustomerId(id(pending.subject(), CUSTOMER))
                .setVisitorId(id(pending.subject(), VISITOR))
                .setSubject(timer.key().object())
                .addAllAnchorProductIds(timer.anchors())
                .setCauseTime(timestamp(timer.cause()))
                .setDueTime(timestamp(timer.due()))
                .setExpireTime(timestamp(timer.expires()))
                .setChannel(channel(timer.channel()))
                .build();
    }

    static io.zugabe.recommendation.v1.DueOfferStatus status(DueOfferStatus status) {
        Timer timer = status.timer();
        return io.zugabe.recommendation.v1.DueOfferStatus.newBuilder()
                .setDueOfferId(status.id().toString())
                .setKind(kind(timer.key().kind()))
                .setChannel(channel(timer.channel()))
                .setCustomerId(id(status.subject(), CUSTOMER))
                .setVisitorId(id(status.subject(), VISITOR))
                .setSubject(timer.key().object())
                .setState(io.zugabe.recommendation.v1.DueOfferStatus.State.valueOf(
                        "STATE_" + status.state().name()))
                .setReason(status.reason())
                .setDecisionId(status.decision())
                .setAttempts(status.attempts())
                .setCauseTime(timestamp(timer.cause()))
                .setDueTime(timestamp(timer.due()))
                .setCreateTime(timestamp(status.created()))
                .setUpdateTime(timestamp(status.updated()))
                .build();
    }

    static io.zugabe.recommendation.v1.Webhook webhook(Webhook webhook) {
        return io.zugabe.recommendation.v1.Webhook.newBuilder()
                .setWebhookId(webhook.id())
                .setUrl(webhook.url().toString())
                .addAllChannels(webhook.channels().stream()
                        .sorted()
                        .map(Messages::channel)
                        .toList())
                .setCreateTime(timestamp(webhook.created()))
                .build();
    }

    static io.zugabe.recommendation.v1.TriggerChange change(TriggerChange change) {
        return io.zugabe.recommendation.v1.TriggerChange.newBuilder()
                .setChangeTime(timestamp(change.time()))
                .setActor(change.actor())
                .setAction(change.action())
                .setTarget(change.target())
                .setDetail(change.detail())
                .build();
    }

    static Channel channel(io.zugabe.recommendation.triggers.domain.Channel channel) {
        return Channel.valueOf("CHANNEL_" + channel.name());
    }

    /** Empty for what is not stated, or not known to this version. */
    static Optional<io.zugabe.recommendation.triggers.domain.Channel> channel(Channel message) {
        return switch (message) {
            case CHANNEL_PAGE -> Optional.of(io.zugabe.recommendation.triggers.domain.Channel.PAGE);
            case CHANNEL_EMAIL -> Optional.of(io.zugabe.recommendation.triggers.domain.Channel.EMAIL);
            case CHANNEL_PUSH -> Optional.of(io.zugabe.recommendation.triggers.domain.Channel.PUSH);
            case CHANNEL_SERVICE_AGENT -> Optional.of(io.zugabe.recommendation.triggers.domain.Channel.SERVICE_AGENT);
            case CHANNEL_SALES_TASK -> Optional.of(io.zugabe.recommendation.triggers.domain.Channel.SALES_TASK);
            case CHANNEL_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
        };
    }

    static TriggerKind kind(io.zugabe.recommendation.triggers.domain.TriggerKind kind) {
        return TriggerKind.valueOf("TRIGGER_KIND_" + kind.name());
    }

    static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }

    private static Duration span(java.time.Duration span) {
        return Duration.newBuilder()
                .setSeconds(span.toSeconds())
                .setNanos(span.toNanosPart())
                .build();
    }

    private static String id(String subject, String prefix) {
        return subject.startsWith(prefix) ? subject.substring(prefix.length()) : "";
    }
}
