package io.zugabe.recommendation.triggers;

import java.util.List;

/** Makes takers of webhooks. */
public interface WebhookTakers {

    /** A taker for each webhook; the same as before for one that has not changed. */
    List<Taker> of(List<Webhook> webhooks);
}
