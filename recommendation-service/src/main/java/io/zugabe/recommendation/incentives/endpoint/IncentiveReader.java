package io.zugabe.recommendation.incentives.endpoint;

import com.google.protobuf.util.Durations;
import com.google.protobuf.util.Timestamps;
import com.google.type.Money;
import io.zugabe.kit.error.Violations;
import io.zugabe.recommendation.feedback.domain.Segment;
import io.zugabe.recommendation.incentives.adapter.IncentiveMessages;
import io.zugabe.recommendation.incentives.domain.RedeemRules;
import io.zugabe.recommendation.v1.Incentive;
import io.zugabe.recommendation.v1.IncentiveAudience;
import io.zugabe.recommendation.v1.IncentiveOrder;
import io.zugabe.recommendation.v1.IncentiveProducts;
import io.zugabe.recommendation.v1.IncentiveType;
import io.zugabe.recommendation.v1.Placement;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Checks what is said of incentives and orders; refuses it naming every field that is wrong, its value and what is right. */
@Singleton
public class IncentiveReader {

    static final Pattern ID = Pattern.compile("[a-z0-9-]{1,60}");
    static final String ID_FORM = "must be 1 to 60 characters of [a-z0-9-]";

    private static final Pattern PRODUCT = Pattern.compile("[A-Za-z0-9._:/-]{1,100}");
    private static final String PRODUCT_FORM = "must be 1 to 100 characters of [A-Za-z0-9._:/-]";
    private static final Pattern TYPE = Pattern.compile("[a-z0-9_]{1,60}");
    private static final Pattern ORDER = Pattern.compile("[!-~]{1,100}");
    private static final long LARGEST_AMOUNT = 1_000_000_000;
    private static final long MOST_NANOS = 999_999_999;
    private static final long SHORTEST_HOLD = 60;
    private static final long LONGEST_HOLD = 30L * 86_400;
    private static final int LONGEST_NAME = 200;
    private static final double LARGEST_SHARE = 0.5;
    private static final List<String> CUSTOMER_TYPES = Stream.of(Segment.values())
            .filter(segment -> segment != Segment.UNKNOWN && segment != Segment.PROMOTION_MAXIMIZER)
            .map(Segment::name)
            .toList();

    private final String currency;

    public IncentiveReader(@ConfigProperty(name = "zugabe.shop.currency") String currency) {
        this.currency = currency;
    }

    String currency() {
        return currency;
    }

    /** Refuses an incentive that is not well formed. */
    void check(Incentive incentive) {
        Violations violations = Violations.ofRequest();
        Violations fields = violations.at("incentive");
        fields.checkPattern("incentive_id", incentive.getIncentiveId(), ID, ID_FORM);
        boolean typed = incentive.getType() != IncentiveType.INCENTIVE_TYPE_UNSPECIFIED
                && incentive.getType() != IncentiveType.UNRECOGNIZED;
        fields.check(typed, "type", incentive.getTypeValue(), "is no type; say which way the incentive is, 1 to 7");
        fields.check(
                incentive.getName().getTextsCount() >= 1 && incentive.getName().getTextsCount() <= 20,
                "name",
                incentive.getName().getTextsCount() + " languages",
                "must be given in 1 to 20 languages");
        incentive
                .getName()
                .getTextsMap()
                .forEach((language, name) -> fields.check(
                        !name.isBlank() && name.length() <= LONGEST_NAME,
                        "name.texts[" + language + "]",
                        name,
                        "must have 1 to 200 characters"));
        if (typed) {
            LevelCheck.check(incentive, this, fields);
        }
        times(incentive, fields);
        audience(incentive.getAudience(), fields.at("audience"));
        products(incentive.getProducts(), fields.at("products"));
        if (incentive.hasMinimumBasket()) {
            money(incentive.getMinimumBasket(), 0, fields.at("minimum_basket"));
        }
        limits(incentive, fields);
        violations.throwIfAny();
    }

    private static void times(Incentive incentive, Violations fields) {
        boolean begins = !incentive.hasBeginTime()
                || fields.check(
                        Timestamps.isValid(incentive.getBeginTime()),
                        "begin_time",
                        incentive.getBeginTime().getSeconds(),
                        "is no valid time");
        boolean ends = !incentive.hasEndTime()
                || fields.check(
                        Timestamps.isValid(incentive.getEndTime()),
                        "end_time",
                        incentive.getEndTime().getSeconds(),
                        "is no valid time");
        if (begins && ends && incentive.hasBeginTime() && incentive.hasEndTime()) {
            fields.check(
                    Timestamps.compare(incentive.getBeginTime(), incentive.getEndTime()) < 0,
                    "end_time",
                    Timestamps.toString(incentive.getEndTime()),
                    "must be after begin_time " + Timestamps.toString(incentive.getBeginTime()));
        }
        if (incentive.hasHold()) {
            long seconds = incentive.getHold().getSeconds();
            fields.check(
                    Durations.isValid(incentive.getHold())
                            && incentive.getHold().getNanos() == 0
                            && seconds >= SHORTEST_HOLD
                            && seconds <= LONGEST_HOLD,
                    "hold",
                    seconds + "s",
                    "must be whole seconds, 60s (1 minute) to " + LONGEST_HOLD + "s (30 days)");
        }
    }

    private static void audience(IncentiveAudience audience, Violations fields) {
        fields.checkSize("segment_ids", audience.getSegmentIdsList(), 0, 50);
        for (int i = 0; i < audience.getSegmentIdsCount(); i++) {
            fields.checkLength("segment_ids[" + i + "]", audience.getSegmentIds(i), 1, 100);
        }
        for (int i = 0; i < audience.getCustomerTypesCount(); i++) {
            String type = audience.getCustomerTypes(i);
            fields.check(
                    CUSTOMER_TYPES.contains(type),
                    "customer_types[" + i + "]",
                    type,
                    "must be one of " + String.join(", ", CUSTOMER_TYPES));
        }
        for (int i = 0; i < audience.getPlacementsCount(); i++) {
            Placement placement = audience.getPlacements(i);
            fields.check(
                    placement != Placement.PLACEMENT_UNSPECIFIED && placement != Placement.UNRECOGNIZED,
                    "placements[" + i + "]",
                    audience.getPlacementsValue(i),
                    "is no placement");
        }
    }

    private static void products(IncentiveProducts products, Violations fields) {
        fields.checkSize("product_ids", products.getProductIdsList(), 0, 1_000);
        for (int i = 0; i < products.getProductIdsCount(); i++) {
            fields.checkPattern("product_ids[" + i + "]", products.getProductIds(i), PRODUCT, PRODUCT_FORM);
        }
        fields.checkSize("types", products.getTypesList(), 0, 100);
        for (int i = 0; i < products.getTypesCount(); i++) {
            fields.checkPattern(
                    "types[" + i + "]", products.getTypes(i), TYPE, "must be 1 to 60 characters of [a-z0-9_]");
        }
        fields.checkSize("categories", products.getCategoriesList(), 0, 100);
        for (int i = 0; i < products.getCategoriesCount(); i++) {
            fields.checkLength("categories[" + i + "]", products.getCategories(i), 1, 500);
        }
    }

    private void limits(Incentive incentive, Violations fields) {
        if (incentive.hasMarginFloor()) {
            money(incentive.getMarginFloor(), 0, fields.at("margin_floor"));
        }
        if (incentive.hasTotalBudget()) {
            money(incentive.getTotalBudget(), 1, fields.at("total_budget"));
        } else {
            fields.add("total_budget", "is required: the most that the incentive may cost in all");
        }
        if (incentive.hasDailyBudget()) {
            money(incentive.getDailyBudget(), 1, fields.at("daily_budget"));
        }
        fields.checkRange("max_per_customer", incentive.getMaxPerCustomer(), 0, 1_000);
        if (!incentive.getStackingClass().isEmpty()) {
            fields.checkPattern("stacking_class", incentive.getStackingClass(), ID, ID_FORM);
        }
        fields.check(
                incentive.getTrialShare() >= 0 && incentive.getTrialShare() <= LARGEST_SHARE,
                "trial_share",
                incentive.getTrialShare(),
                "must be 0 to 0.5");
    }

    /** Checks an amount in the shop's currency; least in micros. */
    boolean money(Money money, long least, Violations fields) {
        boolean inCurrency = fields.check(
                money.getCurrencyCode().equals(currency),
                "currency_code",
                money.getCurrencyCode(),
                "must be the shop's " + currency);
        boolean inRange = fields.checkRange("units", money.getUnits(), 0, LARGEST_AMOUNT)
                && fields.checkRange("nanos", money.getNanos(), 0, MOST_NANOS);
        return inCurrency
                && inRange
                && fields.check(
                        IncentiveMessages.micros(money) >= least,
                        "",
                        money.getUnits() + "." + money.getNanos(),
                        "must be above 0");
    }

    /** An order; refuses what is wrong with it. */
    RedeemRules.Order order(String token, IncentiveOrder order) {
        Violations violations = Violations.ofRequest();
        if (token.isEmpty()) {
            violations.add("tracking_token", "is required: the tracking_token of an offer");
        }
        Violations fields = violations.at("order");
        fields.checkPattern(
                "order_id", order.getOrderId(), ORDER, "must be 1 to 100 printable ASCII characters without spaces");
        fields.checkSize("product_ids", order.getProductIdsList(), 1, 500);
        for (int i = 0; i < Math.min(order.getProductIdsCount(), 500); i++) {
            fields.checkPattern("product_ids[" + i + "]", order.getProductIds(i), PRODUCT, PRODUCT_FORM);
        }
        if (order.hasValue()) {
            money(order.getValue(), 0, fields.at("value"));
        }
        violations.throwIfAny();
        return new RedeemRules.Order(
                order.getOrderId(),
                order.getProductIdsList(),
                order.hasValue() ? Optional.of(IncentiveMessages.micros(order.getValue())) : Optional.empty());
    }
}
