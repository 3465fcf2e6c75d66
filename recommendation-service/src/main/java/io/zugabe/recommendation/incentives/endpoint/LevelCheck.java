package io.zugabe.recommendation.incentives.endpoint;

import io.zugabe.kit.error.Violations;
import io.zugabe.recommendation.incentives.adapter.IncentiveMessages;
import io.zugabe.recommendation.v1.Incentive;
import io.zugabe.recommendation.v1.IncentiveLevel;
import io.zugabe.recommendation.v1.IncentiveLevel.BenefitCase;
import io.zugabe.recommendation.v1.IncentiveType;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether the levels of an incentive, its gift and what a unit costs go with its type. */
final class LevelCheck {

    private static final Pattern PRODUCT = Pattern.compile("[A-Za-z0-9._:/-]{1,100}");
    private static final int MOST_LEVELS = 5;
    private static final int MOST_PERCENT = 90;
    private static final int ALL = 100;
    private static final long MOST_POINTS = 1_000_000;
    private static final long LARGEST_UNIT = 1_000_000_000_000L;
    private static final double LARGEST_UPLIFT = 4;

    private final Incentive incentive;
    private final IncentiveReader reader;
    private final Violations fields;

    private LevelCheck(Incentive incentive, IncentiveReader reader, Violations fields) {
        this.incentive = incentive;
        this.reader = reader;
        this.fields = fields;
    }

    static void check(Incentive incentive, IncentiveReader reader, Violations fields) {
        LevelCheck check = new LevelCheck(incentive, reader, fields);
        check.levels();
        check.gift();
        check.unitCost();
    }

    private void levels() {
        boolean one = incentive.getType() == IncentiveType.INCENTIVE_TYPE_GIFT
                || incentive.getType() == IncentiveType.INCENTIVE_TYPE_FREE_SHIPPING;
        fields.checkSize("levels", incentive.getLevelsList(), 1, one ? 1 : MOST_LEVELS);
        Set<BenefitCase> allowed = allowed(incentive.getType());
        long before = 0;
        for (int i = 0; i < Math.min(incentive.getLevelsCount(), MOST_LEVELS); i++) {
            IncentiveLevel level = incentive.getLevels(i);
            Violations at = fields.at("levels[" + i + "]");
            boolean sound = at.check(
                            allowed.contains(level.getBenefitCase()),
                            "benefit",
                            level.getBenefitCase(),
                            "does not go with " + incentive.getType() + ": give one of " + allowed)
                    && at.check(
                            level.getBenefitCase() == incentive.getLevels(0).getBenefitCase(),
                            "benefit",
                            level.getBenefitCase(),
                            "must be of the kind of the first level")
                    && value(level, at);
            long value = sound ? value(level) : before;
            at.check(!sound || value > before, "benefit", value, "must be more than the level before");
            before = value;
            at.check(
                    level.getExpectedUplift() >= 0 && level.getExpectedUplift() <= LARGEST_UPLIFT,
                    "expected_uplift",
                    level.getExpectedUplift(),
                    "must be 0 to 4");
        }
    }

    private static Set<BenefitCase> allowed(IncentiveType type) {
        return switch (type) {
            case INCENTIVE_TYPE_DISCOUNT, INCENTIVE_TYPE_BUNDLE_PRICE, INCENTIVE_TYPE_MEMBER_PRICE ->
                EnumSet.of(BenefitCase.PERCENT, BenefitCase.AMOUNT);
            case INCENTIVE_TYPE_FREE_SHIPPING, INCENTIVE_TYPE_SHARED_SHIPPING -> EnumSet.of(BenefitCase.PERCENT);
            case INCENTIVE_TYPE_LOYALTY_POINTS -> EnumSet.of(BenefitCase.POINTS);
            case INCENTIVE_TYPE_GIFT -> EnumSet.of(BenefitCase.GIFT);
            case INCENTIVE_TYPE_UNSPECIFIED, UNRECOGNIZED -> EnumSet.noneOf(BenefitCase.class);
        };
    }

    private boolean value(IncentiveLevel level, Violations at) {
        return switch (level.getBenefitCase()) {
            case PERCENT ->
                switch (incentive.getType()) {
                    case INCENTIVE_TYPE_FREE_SHIPPING ->
                        at.check(level.getPercent() == ALL, "percent", level.getPercent(), "must be 100");
                    case INCENTIVE_TYPE_SHARED_SHIPPING -> at.checkRange("percent", level.getPercent(), 1, ALL);
                    default -> at.checkRange("percent", level.getPercent(), 1, MOST_PERCENT);
                };
            case AMOUNT -> reader.money(level.getAmount(), 1, at.at("amount"));
            case POINTS -> at.checkRange("points", level.getPoints(), 1, MOST_POINTS);
            case GIFT -> at.check(level.getGift(), "gift", level.getGift(), "must be true");
            case BENEFIT_NOT_SET -> false;
        };
    }

    private static long value(IncentiveLevel level) {
        return switch (level.getBenefitCase()) {
            case PERCENT -> level.getPercent();
            case AMOUNT -> IncentiveMessages.micros(level.getAmount());
            case POINTS -> level.getPoints();
            case GIFT, BENEFIT_NOT_SET -> 1;
        };
    }

    private void gift() {
        if (incentive.getType() == IncentiveType.INCENTIVE_TYPE_GIFT) {
            fields.checkPattern(
                    "gift_product_id",
                    incentive.getGiftProductId(),
                    PRODUCT,
                    "must be 1 to 100 characters of [A-Za-z0-9._:/-]");
        } else {
            fields.check(
                    incentive.getGiftProductId().isEmpty(),
                    "gift_product_id",
                    incentive.getGiftProductId(),
                    "goes with INCENTIVE_TYPE_GIFT only");
        }
    }

    private void unitCost() {
        boolean needed = switch (incentive.getType()) {
            case INCENTIVE_TYPE_LOYALTY_POINTS, INCENTIVE_TYPE_FREE_SHIPPING, INCENTIVE_TYPE_SHARED_SHIPPING -> true;
            default -> false;
        };
        if (needed && !incentive.hasUnitCost()) {
            fields.add("unit_cost", "is required: what one point, or the shipping of an order, costs the shop");
        } else if (needed && reader.money(incentive.getUnitCost(), 1, fields.at("unit_cost"))) {
            fields.check(
                    IncentiveMessages.micros(incentive.getUnitCost()) <= LARGEST_UNIT,
                    "unit_cost",
                    incentive.getUnitCost().getUnits(),
                    "must be at most 1,000,000");
        } else if (!needed) {
            fields.check(
                    !incentive.hasUnitCost(),
                    "unit_cost",
                    incentive.getUnitCost().getUnits(),
                    "goes with points and shipping only");
        }
    }
}
