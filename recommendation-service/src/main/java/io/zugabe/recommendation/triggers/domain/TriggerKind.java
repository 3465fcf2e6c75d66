package io.zugabe.recommendation.triggers.domain;

import java.time.Duration;

/** What makes an offer due. */
public enum TriggerKind {
    CART_LEFT_BEHIND(true, Duration.ofHours(4), Duration.ofHours(24), Channel.EMAIL),
    ITEM_IN_CART(false, Duration.ZERO, Duration.ofMinutes(10), Channel.PAGE),
    PURCHASE(false, Duration.ofMinutes(1), Duration.ofHours(1), Channel.PUSH),
    FOLLOW_UP(true, Duration.ZERO, Duration.ofDays(14), Channel.EMAIL),
    REPLENISHMENT(true, Duration.ofDays(1), Duration.ofDays(7), Channel.EMAIL),
    CAMPAIGN(true, Duration.ZERO, Duration.ofDays(2), Channel.EMAIL);

    private final boolean enabled;
    private final Duration delay;
    private final Duration patience;
    private final Channel channel;

    TriggerKind(boolean enabled, Duration delay, Duration patience, Channel channel) {
        this.enabled = enabled;
        this.delay = delay;
        this.patience = patience;
        this.channel = channel;
    }

    /** The trigger as it is until somebody changes it. */
    public Trigger usual() {
        return new Trigger(this, enabled, delay, patience, channel, 0);
    }
}
