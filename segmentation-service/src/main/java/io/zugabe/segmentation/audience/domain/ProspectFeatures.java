package io.zugabe.segmentation.audience.domain;

import io.zugabe.segmentation.feature.domain.Traits;
import java.util.Set;

/**
 * Features that somebody without an order can share with buyers: what they looked at, what they said, what
 * is known of them from outside. All others tell buyers from prospects without telling prospects apart.
 */
final class ProspectFeatures {

    private static final Set<String> NAMES = Set.of(
            "views",
            "views_7d",
            "views_30d",
            "views_decayed",
            "searches_30d",
            "cart_additions_30d",
            "cart_removals_30d",
            "checkouts_30d",
            "cart_items",
            "active_days_30d",
            "active_days_90d",
            "channels",
            "usual_channel",
            "newsletter",
            "member",
            "age",
            "offers_clicked_30d",
            "offer_click_rate");

    private ProspectFeatures() {}

    static boolean contain(String feature) {
        return NAMES.contains(feature) || feature.startsWith(Traits.PREFIX);
    }
}
