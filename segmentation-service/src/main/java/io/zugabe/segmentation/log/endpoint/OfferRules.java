package io.zugabe.segmentation.log.endpoint;

import io.zugabe.kit.error.Violations;
import io.zugabe.segmentation.v1.OfferDismissed;
import io.zugabe.segmentation.v1.OfferEvent;
import io.zugabe.segmentation.v1.OfferOrigin;
import java.util.List;
import java.util.regex.Pattern;

/** What makes events about offers valid. */
final class OfferRules {

    private static final Pattern PLACEMENT = Pattern.compile("[A-Z0-9_]{0,60}");
    private static final Pattern KEY = Pattern.compile("[a-z0-9_]{0,60}");
    private static final int MOST_PRODUCTS = 100;

    private OfferRules() {}

    static void check(Violations violations, OfferEvent event) {
        check(violations, event.getDecisionId(), event.getPlacement(), event.getProductIdsList());
        checkOrigins(violations, event.getOriginsList(), event.getProductIdsCount());
    }

    static void check(Violations violations, OfferDismissed dismissed) {
        check(violations, dismissed.getDecisionId(), dismissed.getPlacement(), dismissed.getProductIdsList());
        checkOrigins(violations, dismissed.getOriginsList(), dismissed.getProductIdsCount());
        violations.check(
                dismissed.getReason() != OfferDismissed.Reason.UNRECOGNIZED,
                "reason",
                dismissed.getReasonValue(),
                "must be one of OfferDismissed.Reason, 0 to 4");
    }

    private static void checkOrigins(Violations violations, List<OfferOrigin> origins, int products) {
        if (origins.isEmpty() || !violations.checkSize("origins", origins, products, products)) {
            return;
        }
        for (int i = 0; i < origins.size(); i++) {
            OfferOrigin origin = origins.get(i);
            Violations fields = violations.at("origins[" + i + "]");
            FieldRules.checkOptionalName(fields, "anchor_product_id", origin.getAnchorProductId());
            fields.checkPattern(
                    "anchor_type", origin.getAnchorType(), KEY, "must be at most 60 characters of [a-z0-9_]");
            fields.checkPattern("source", origin.getSource(), KEY, "must be at most 60 characters of [a-z0-9_]");
            fields.checkPattern(
                    "segment", origin.getSegment(), PLACEMENT, "must be at most 60 characters of [A-Z0-9_]");
            fields.check(
                    origin.getExpectedAcceptance() >= 0 && origin.getExpectedAcceptance() <= 1,
                    "expected_acceptance",
                    origin.getExpectedAcceptance(),
                    "must be in [0, 1]");
        }
    }

    private static void check(Violations violations, String decision, String placement, List<String> products) {
        FieldRules.checkOptionalName(violations, "decision_id", decision);
        violations.checkPattern("placement", placement, PLACEMENT, "must be at most 60 characters of [A-Z0-9_]");
        if (violations.checkSize("product_ids", products, 1, MOST_PRODUCTS)) {
            for (int i = 0; i < products.size(); i++) {
                FieldRules.checkName(violations, "product_ids[" + i + "]", products.get(i));
            }
        }
    }
}
