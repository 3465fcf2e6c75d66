package io.zugabe.segmentation.treatment.domain;

import io.zugabe.segmentation.feature.domain.FeatureVector;
import io.zugabe.segmentation.profile.domain.Dated;
import io.zugabe.segmentation.profile.domain.Profile;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The facts that a policy decides by, from a profile. */
public final class ProfileFacts {

    private ProfileFacts() {}

    /**
     * Facts.
     *
     * @param features as assessed, derived ones included
     * @param segments ids of those that the customer is in
     */
    public static TreatmentFacts of(Profile profile, FeatureVector features, Collection<String> segments) {
        return TreatmentFacts.of(features, segments, moments(profile), dismissed(profile), bought(profile));
    }

    private static Map<Moment, Instant> moments(Profile profile) {
        Map<Moment, Instant> moments = new EnumMap<>(Moment.class);
        put(moments, Moment.LAST_ORDER, profile.orders().last());
        put(moments, Moment.LAST_OFFER_SHOWN, profile.offers().lastShown());
        Dated<Boolean> solved = profile.service().interest();
        put(
                moments,
                Moment.LAST_CASE_SOLVED,
                solved == null ? null : solved.stamp().time());
        dismissed(profile).values().stream()
                .max(Instant::compareTo)
                .ifPresent(latest -> moments.put(Moment.LAST_OFFER_DISMISSED, latest));
        return moments;
    }

    private static void put(Map<Moment, Instant> moments, Moment moment, @Nullable Instant time) {
        if (time != null) {
            moments.put(moment, time);
        }
    }

    private static Map<String, Instant> dismissed(Profile profile) {
        Map<String, Instant> dismissed = new HashMap<>();
        profile.offers()
                .dismissed()
                .entries()
                .forEach(
                        (product, dated) -> dismissed.put(product, dated.stamp().time()));
        return dismissed;
    }

    private static Map<String, Instant> bought(Profile profile) {
        Map<String, Instant> bought = new HashMap<>();
        profile.products().forEach((id, product) -> {
            Instant last = product.lastPurchase();
            if (last != null) {
                bought.put(id, last);
            }
        });
        return bought;
    }
}
