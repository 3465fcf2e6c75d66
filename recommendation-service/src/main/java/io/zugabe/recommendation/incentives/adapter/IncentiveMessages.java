package io.zugabe.recommendation.incentives.adapter;

import com.google.protobuf.InvalidProtocolBufferException;
import io.zugabe.recommendation.decision.adapter.MoneyMapping;
import io.zugabe.recommendation.incentives.StoredIncentive;
import io.zugabe.recommendation.incentives.domain.Audience;
import io.zugabe.recommendation.incentives.domain.Benefit;
import io.zugabe.recommendation.incentives.domain.Incentive;
import io.zugabe.recommendation.incentives.domain.IncentiveType;
import io.zugabe.recommendation.incentives.domain.Level;
import io.zugabe.recommendation.replica.domain.LocalizedText;
import io.zugabe.recommendation.replica.domain.Selector;
import io.zugabe.recommendation.v1.IncentiveAudience;
import io.zugabe.recommendation.v1.IncentiveLevel;
import io.zugabe.recommendation.v1.IncentiveProducts;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Incentives as messages; those that are read here were checked before. */
public final class IncentiveMessages {

    private static final Duration DEFAULT_HOLD = Duration.ofHours(1);
    private static final double DEFAULT_TRIAL_SHARE = 0.1;
    private static final String TYPE_PREFIX = "INCENTIVE_TYPE_";
    private static final String PLACEMENT_PREFIX = "PLACEMENT_";
    private static final String CATEGORY_SEPARATOR = "\\s*>\\s*";

    /** As far away as a time of the API can be. */
    private static final Instant ALWAYS = Instant.parse("9999-12-31T23:59:59Z");

    private IncentiveMessages() {}

    /** A message as it is kept: without what is only sent. */
    public static StoredIncentive stored(
            io.zugabe.recommendation.v1.Incentive message, boolean archived, long version) {
        io.zugabe.recommendation.v1.Incentive kept =
                message.toBuilder().clearArchived().clearEtag().clearSpending().build();
        return new StoredIncentive(incentive(kept), kept.toByteArray(), archived, version);
    }

    /** What was kept. */
    static StoredIncentive stored(byte[] definition, boolean archived, long version) {
        return new StoredIncentive(incentive(message(definition)), definition, archived, version);
    }

    /** What was kept, as a message. */
    public static io.zugabe.recommendation.v1.Incentive message(byte[] definition) {
        try {
            return io.zugabe.recommendation.v1.Incentive.parseFrom(definition);
        } catch (InvalidProtocolBufferException corrupt) {
            throw new UncheckedIOException("an incentive cannot be read", corrupt);
        }
    }

    private static Incentive incentive(io.zugabe.recommendation.v1.Incentive message) {
        String stacking =
                message.getStackingClass().isEmpty() ? "=" + message.getIncentiveId() : message.getStackingClass();
        return new Incentive(
                message.getIncentiveId(),
                IncentiveType.valueOf(message.getType().name().substring(TYPE_PREFIX.length())),
                new LocalizedText(message.getName().getTextsMap()),
                levels(message),
                message.hasBeginTime() ? instant(message.getBeginTime()) : Instant.EPOCH,
                message.hasEndTime() ? instant(message.getEndTime()) : ALWAYS,
                message.hasHold() ? Duration.ofSeconds(message.getHold().getSeconds()) : DEFAULT_HOLD,
                message.getLimitedTime(),
                audience(message.getAudience()),
                selectors(message.getProducts()),
                micros(message.getMinimumBasket()),
                message.getGiftProductId(),
                micros(message.getUnitCost()),
                micros(message.getMarginFloor()),
                micros(message.getTotalBudget()),
                micros(message.getDailyBudget()),
                message.getMaxPerCustomer(),
                stacking,
                message.getExclusive(),
                message.hasTrialShare() ? message.getTrialShare() : DEFAULT_TRIAL_SHARE);
    }

    private static List<Level> levels(io.zugabe.recommendation.v1.Incentive message) {
        List<Level> levels = new ArrayList<>();
        for (IncentiveLevel level : message.getLevelsList()) {
            levels.add(new Level(levels.size() + 1, benefit(level, message), level.getExpectedUplift()));
        }
        return levels;
    }

    private static Benefit benefit(IncentiveLevel level, io.zugabe.recommendation.v1.Incentive message) {
        return switch (level.getBenefitCase()) {
            case PERCENT -> new Benefit.Percent(level.getPercent());
            case AMOUNT -> new Benefit.Amount(micros(level.getAmount()));
            case POINTS -> new Benefit.Points(level.getPoints());
            case GIFT, BENEFIT_NOT_SET -> new Benefit.Gift(message.getGiftProductId());
        };
    }

    private static Audience audience(IncentiveAudience message) {
        Set<String> placements = message.getPlacementsList().stream()
                .map(placement -> placement.name().substring(PLACEMENT_PREFIX.length()))
                .collect(Collectors.toSet());
        return new Audience(
                Set.copyOf(message.getSegmentIdsList()),
                Set.copyOf(message.getCustomerTypesList()),
                placements,
                message.getMembersOnly());
    }

    private static List<Selector> selectors(IncentiveProducts message) {
        List<Selector> selectors = new ArrayList<>();
        message.getProductIdsList().forEach(id -> selectors.add(new Selector.ById(id)));
        message.getTypesList().forEach(type -> selectors.add(new Selector.ByType(type)));
        message.getCategoriesList()
                .forEach(path -> selectors.add(
                        new Selector.ByCategory(List.of(path.strip().split(CATEGORY_SEPARATOR, -1)))));
        return selectors;
    }

    /** In micros; 0 if it is not there. */
    public static long micros(com.google.type.Money message) {
        return MoneyMapping.money(message).micros();
    }

    private static Instant instant(com.google.protobuf.Timestamp time) {
        return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    }
}
