package io.zugabe.recommendation.campaigns;

import io.zugabe.recommendation.campaigns.domain.Campaigns;
import jakarta.inject.Singleton;

/** The campaigns that have not ended, for decisions to read. */
@Singleton
public class CurrentCampaigns {

    private volatile Campaigns campaigns = Campaigns.NONE;

    public Campaigns current() {
        return campaigns;
    }

    void publish(Campaigns now) {
        campaigns = now;
    }
}
