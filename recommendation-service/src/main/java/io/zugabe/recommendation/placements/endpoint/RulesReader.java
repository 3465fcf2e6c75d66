package io.zugabe.recommendation.placements.endpoint;

import com.google.protobuf.util.Timestamps;
import io.zugabe.kit.error.KitReason;
import io.zugabe.kit.error.Violations;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.recommendation.decision.CurrencyCheck;
import io.zugabe.recommendation.decision.domain.Placement;
import io.zugabe.recommendation.decision.endpoint.Enums;
import io.zugabe.recommendation.placements.adapter.RulesMapping;
import io.zugabe.recommendation.replica.CatalogReplica;
import io.zugabe.recommendation.replica.domain.CatalogSnapshot;
import io.zugabe.recommendation.v1.Deal;
import io.zugabe.recommendation.v1.PlacementRules;
import io.zugabe.recommendation.v1.UpdatePlacementRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads an update field by field; refuses it naming every field that is wrong, with its value. */
@Singleton
public class RulesReader {

    private static final Pattern PRODUCT = Pattern.compile("[A-Za-z0-9._:/-]{1,100}");
    private static final Pattern ETAG = Pattern.compile("[0-9]{0,18}");
    private static final String UNKNOWN =
            "is no product of the catalog that has arrived here; if it is new, put it there first";
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final int MOST_OFFERS = 50;
    private static final int MOST_AT_CHECKOUT = 2;
    private static final int MOST_OF_A_KIND = 10;
    private static final int MOST_DEALS = 50;
    private static final int LONGEST_AUTHOR = 100;
    private static final int LONGEST_NOTE = 500;
    private static final int LONGEST_LABEL = 200;
    private static final double LARGEST_SHARE = 10;
    private static final double LARGEST_RATIO = 10;
    private static final double CHECKOUT_SHARE = 0.25;

    private final CurrencyCheck currency;
    private final CatalogReplica catalog;

    public RulesReader(CurrencyCheck currency, CatalogReplica catalog) {
        this.currency = currency;
        this.catalog = catalog;
    }

    /** An update whose fields are all right. */
    record Update(Placement placement, long expected, byte[] message, String author, String note) {}

    Update read(UpdatePlacementRequest request) {
        Violations violations = Violations.ofRequest();
        PlacementRules rules = request.getRules();
        violations.checkLength("author", request.getAuthor(), 1, LONGEST_AUTHOR);
        violations.checkLength("note", request.getNote(), 0, LONGEST_NOTE);
        Optional<Placement> placement = placement(rules.getPlacement(), violations, "rules.placement");
        Violations fields = violations.at("rules");
        fields.checkPattern("etag", rules.getEtag(), ETAG, "must be the etag of the rules that were read");
        placement.ifPresent(where -> checkLimits(where, rules, fields));
        for (int i = 0; i < rules.getKindsCount(); i++) {
            boolean known = Enums.kind(rules.getKinds(i)).isPresent();
            fields.check(known, "kinds[" + i + "]", rules.getKindsValue(i), "is no kind of offer");
        }
        checkDeals(rules, fields);
        violations.throwIfAny();
        checkKnown(rules, fields);
        var read = RulesMapping.rules(rules, fields);
        currency.check(read.wishes().minPrice(), "rules.min_price.currency_code", violations);
        currency.check(read.wishes().maxPrice(), "rules.max_price.currency_code", violations);
        violations.throwIfAny();
        PlacementRules kept =
                rules.toBuilder().clearEtag().clearAuthor().clearUpdateTime().build();
        long expected = rules.getEtag().isEmpty() ? 0 : Long.parseLong(rules.getEtag());
        return new Update(
                placement.orElseThrow(), expected, kept.toByteArray(), request.getAuthor(), request.getNote());
    }

    static Optional<Placement> placement(
            io.zugabe.recommendation.v1.Placement message, Violations violations, String field) {
        Optional<Placement> placement = Enums.placement(message);
        if (placement.isEmpty()) {
            violations.check(false, field, message, "is no placement");
        }
        return placement;
    }

    private static void checkLimits(Placement placement, PlacementRules rules, Violations fields) {
        boolean checkout = placement == Placement.CHECKOUT;
        fields.checkRange("max_offers", rules.getMaxOffers(), 0, checkout ? MOST_AT_CHECKOUT : MOST_OFFERS);
        double share = rules.getMaxCartShare();
        if (checkout) {
            fields.check(
                    share > 0 && share <= CHECKOUT_SHARE,
                    "max_cart_share",
                    share,
                    "must be above 0 and at most 0.25 at the checkout");
        } else {
            fields.check(share >= 0 && share <= LARGEST_SHARE, "max_cart_share", share, "must be 0 (no limit) to 10");
        }
        double ratio = rules.getUpgradePriceRatio();
        fields.check(ratio >= 1 && ratio <= LARGEST_RATIO, "upgrade_price_ratio", ratio, "must be 1 to 10");
        fields.checkRange("max_upgrades", rules.getMaxUpgrades(), 0, MOST_OF_A_KIND);
        fields.checkRange("max_bundles", rules.getMaxBundles(), 0, MOST_OF_A_KIND);
        double sample = rules.getSampleCostShare();
        fields.check(sample >= 0 && sample <= 1, "sample_cost_share", sample, "must be 0 to 1");
    }

    /** A product that is pinned or on offer, and that nobody knows, would silently be nowhere. */
    private void checkKnown(PlacementRules rules, Violations fields) {
        CatalogSnapshot products = catalog.current()
                .orElseThrow(() -> ZugabeException.retryable(
                        KitReason.STARTING, "the catalog has not arrived yet; try again in a moment", RETRY));
        for (int i = 0; i < rules.getPinsCount(); i++) {
            String id = rules.getPins(i).getProductId();
            fields.check(products.find(id).isPresent(), "pins[" + i + "].product_id", id, UNKNOWN);
        }
        for (int i = 0; i < rules.getDealsCount(); i++) {
            String id = rules.getDeals(i).getProductId();
            fields.check(products.find(id).isPresent(), "deals[" + i + "].product_id", id, UNKNOWN);
        }
    }

    private static void checkDeals(PlacementRules rules, Violations fields) {
        if (!fields.checkSize("deals", rules.getDealsList(), 0, MOST_DEALS)) {
            return;
        }
        for (int i = 0; i < rules.getDealsCount(); i++) {
            Deal deal = rules.getDeals(i);
            Violations at = fields.at("deals[" + i + "]");
            at.checkPattern(
                    "product_id", deal.getProductId(), PRODUCT, "must be 1 to 100 characters of [A-Za-z0-9._:/-]");
            boolean valid = (!deal.hasStartTime() || Timestamps.isValid(deal.getStartTime()))
                    && (!deal.hasEndTime() || Timestamps.isValid(deal.getEndTime()));
            if (at.check(valid, "end_time", deal.getEndTime().getSeconds(), "is, or start_time is, no valid time")
                    && deal.hasStartTime()
                    && deal.hasEndTime()) {
                at.check(
                        Timestamps.compare(deal.getStartTime(), deal.getEndTime()) < 0,
                        "end_time",
                        Timestamps.toString(deal.getEndTime()),
                        "must be after start_time");
            }
            deal.getLabel()
                    .getTextsMap()
                    .forEach((language, text) -> at.checkLength("label[" + language + "]", text, 1, LONGEST_LABEL));
        }
    }
}
