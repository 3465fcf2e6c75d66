package io.zugabe.segmentation.treatment.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import io.zugabe.segmentation.feature.domain.FeatureValue;
import io.zugabe.segmentation.feature.domain.FeatureVector;
import io.zugabe.segmentation.feature.domain.Features;
import io.zugabe.segmentation.segment.adapter.BuiltInSegmentFile;
import io.zugabe.segmentation.treatment.domain.Channel;
import io.zugabe.segmentation.treatment.domain.Effects;
import io.zugabe.segmentation.treatment.domain.Incentive;
import io.zugabe.segmentation.treatment.domain.Moment;
import io.zugabe.segmentation.treatment.domain.OfferKind;
import io.zugabe.segmentation.treatment.domain.PolicyVersion;
import io.zugabe.segmentation.treatment.domain.QuietProduct;
import io.zugabe.segmentation.treatment.domain.Treatment;
import io.zugabe.segmentation.treatment.domain.TreatmentFacts;
import io.zugabe.segmentation.treatment.domain.TreatmentPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What C4 and T3 say, case by case. */
@Proves({"C4", "T3"})
class DefaultPolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    /** Consented to everything: nothing else restricts. */
    private static final Map<String, FeatureValue> WILLING = Map.of(
            "open_cases", number(0),
            "consent_email", truth(true),
            "consent_push", truth(true),
            "consent_personalization", truth(true));

    private static final TreatmentPolicy POLICY = policy();

    private static TreatmentPolicy policy() {
        PolicyVersion version = new DefaultPolicyFile(new PolicyMessages("EUR")).policy();
        return Policies.compile(
                version,
                new BuiltInSegmentFile()
                        .versions().stream()
                                .map(segment -> segment.definition().id())
                                .toList());
    }

    @Test
    void everyoneElse_isTreatedAsStandard() {
        Treatment treatment = decide(Map.of(), List.of("lifecycle-active"), Map.of());
        assertTrue(treatment.allowed());
        assertEquals(Effects.allKinds(), treatment.kinds());
        assertEquals(Effects.allChannels(), treatment.channels());
        assertEquals(Effects.allIncentives(), treatment.incentives());
        assertEquals(OptionalDouble.empty(), treatment.priceCeiling());
        assertFalse(treatment.onlyWhenTriggered());
        assertFalse(treatment.lowReturnRiskOnly());
        assertEquals(List.of(), treatment.reasonCodes());
    }

    @Test
    void serviceDemanders_getHowToFirstAndNoServices() {
        Treatment treatment = decide(Map.of(), List.of("service-demanders"), Map.of());
        assertEquals(EnumSet.complementOf(EnumSet.of(OfferKind.SERVICE)), treatment.kinds());
        assertEquals(Set.of("HOW_TO", "SELF_SERVICE"), treatment.advice());
        assertEquals(List.of("SERVICE_DEMANDER"), treatment.reasonCodes());
    }

    @Test
    void revenueReversers_getLowReturnRiskOnlyAndAdviceOnFit() {
        Treatment treatment = decide(Map.of(), List.of("revenue-reversers"), Map.of());
        assertTrue(treatment.lowReturnRiskOnly());
        assertEquals(Set.of("SIZE_AND_FIT"), treatment.advice());
    }

    @Test
    void promotionMaximizers_getNoCouponButNewsletterOrMembership() {
        Treatment treatment = decide(Map.of(), List.of("promotion-maximizers"), Map.of());
        assertEquals(Set.of(Incentive.MEMBERSHIP, Incentive.NEWSLETTER), treatment.incentives());
    }

    @Test
    void spendingLimiters_getCrossSellingOnlyAfterATriggerAndWithinTheirBudget() {
        Treatment treatment = decide(Map.of("spending_limit", number(80)), List.of("spending-limiters"), Map.of());
        assertTrue(treatment.allowed());
        assertTrue(treatment.onlyWhenTriggered());
        assertTrue(treatment.kinds().contains(OfferKind.UPGRADE));
        assertEquals(OptionalDouble.of(80), treatment.priceCeiling());
    }

    @Test
    void openCase_silencesEverythingUntilItIsSolved() {
        Treatment treatment = decide(Map.of("open_cases", number(1)), List.of("promotion-maximizers"), Map.of());
        assertFalse(treatment.allowed());
        assertEquals(Optional.empty(), treatment.quietUntil());
        assertEquals(List.of("OPEN_SERVICE_CASE", "PROMOTION_MAXIMIZER"), treatment.reasonCodes());
        assertTrue(decide(Map.of("open_cases", number(0)), List.of(), Map.of()).allowed());
    }

    @Test
    void fatigue_silencesForTwoWeeksAfterTheLatestOffer() {
        Map<String, FeatureValue> tired = Map.of("offers_without_interest", number(10), "offers_shown_30d", number(10));
        Instant shown = NOW.minus(Duration.ofDays(3));
        Treatment treatment = decide(tired, List.of(), Map.of(Moment.LAST_OFFER_SHOWN, shown));
        assertFalse(treatment.allowed());
        assertEquals(Optional.of(shown.plus(Duration.ofDays(14))), treatment.quietUntil());
        assertEquals(List.of("FATIGUE"), treatment.reasonCodes());
        Instant longAgo = NOW.minus(Duration.ofDays(14));
        assertTrue(decide(tired, List.of(), Map.of(Moment.LAST_OFFER_SHOWN, longAgo))
                .allowed());
    }

    @Test
    void dismissedThrice_silencesForTwoWeeks() {
        Instant dismissed = NOW.minus(Duration.ofDays(1));
        Treatment treatment = decide(
                Map.of("offers_dismissed_30d", number(3)), List.of(), Map.of(Moment.LAST_OFFER_DISMISSED, dismissed));
        assertEquals(Optional.of(dismissed.plus(Duration.ofDays(14))), treatment.quietUntil());
    }

    @Test
    void justBought_getsNothingUnasked() {
        Treatment treatment = decide(Map.of("days_since_last_order", number(0.2)), List.of(), Map.of());
        assertTrue(treatment.allowed());
        assertEquals(Set.of(Channel.PAGE, Channel.AGENT), treatment.channels());
    }

    @Test
    void refusedPersonalization_isTreatedAsAnyoneWithoutIncentives() {
        Treatment treatment = decide(Map.of("consent_personalization", truth(false)), List.of(), Map.of());
        assertTrue(treatment.allowed());
        assertTrue(treatment.anonymous());
        assertEquals(Set.of(), treatment.incentives());
        assertEquals(Set.of(Channel.PAGE, Channel.AGENT), treatment.channels());
        assertEquals(List.of("NO_CONSENT"), treatment.reasonCodes());
    }

    @Test
    void neverAsked_isSentNothing() {
        Treatment treatment = POLICY.decide(
                TreatmentFacts.of(new FeatureVector(Map.of()), List.of(), Map.of(), Map.of(), Map.of()), NOW);
        assertTrue(treatment.allowed());
        assertFalse(treatment.anonymous());
        assertEquals(Set.of(Channel.PAGE, Channel.AGENT), treatment.channels());
        assertEquals(List.of("NO_EMAIL_CONSENT", "NO_PUSH_CONSENT"), treatment.reasonCodes());
    }

    @Test
    void doNotDisturb_isSilent() {
        assertEquals(
                List.of("DO_NOT_DISTURB"),
                decide(Map.of("uplift_class", new FeatureValue.Text("DO_NOT_DISTURB")), List.of(), Map.of())
                        .reasonCodes());
    }

    @Test
    void effectExpectedToBeNegative_isSilent_alsoIfThatIsNotProven() {
        Treatment treatment = decide(
                Map.of(
                        "uplift_class", new FeatureValue.Text("LOST_CAUSE"),
                        "uplift_high", number(0.1),
                        "uplift_worth_free", truth(false)),
                List.of(),
                Map.of());
        assertFalse(treatment.allowed());
        assertEquals(List.of("DO_NOT_DISTURB"), treatment.reasonCodes());
    }

    @Test
    void effectThatIsNotWorthItsCost_getsNoOfferThatCosts_alsoIfItIsAboveZeroForSure() {
        Treatment treatment = decide(
                Map.of(
                        "uplift_low", number(0.01),
                        "uplift_high", number(0.2),
                        "uplift_worth_free", truth(true),
                        "uplift_worth_cost", truth(false)),
                List.of(),
                Map.of());
        assertTrue(treatment.allowed());
        assertEquals(Set.of(), treatment.incentives());
        assertEquals(Set.of(Channel.PAGE), treatment.channels());
        assertEquals(List.of("NO_PROVEN_EFFECT"), treatment.reasonCodes());
    }

    @Test
    void dismissedAndBought_productsAreQuietForAWhile() {
        Instant yesterday = NOW.minus(Duration.ofDays(1));
        Instant longAgo = NOW.minus(Duration.ofDays(61));
        TreatmentFacts facts = TreatmentFacts.of(
                new FeatureVector(WILLING),
                List.of(),
                Map.of(),
                Map.of("lamp", yesterday, "tent", longAgo),
                Map.of("cable", yesterday, "lamp", yesterday));
        assertEquals(
                List.of(
                        new QuietProduct("lamp", yesterday.plus(Duration.ofDays(60)), QuietProduct.Reason.DISMISSED),
                        new QuietProduct(
                                "cable", yesterday.plus(Duration.ofDays(14)), QuietProduct.Reason.JUST_BOUGHT)),
                POLICY.decide(facts, NOW).quietProducts());
    }

    private static Treatment decide(
            Map<String, FeatureValue> features, List<String> segments, Map<Moment, Instant> moments) {
        Map<String, FeatureValue> values = new HashMap<>(WILLING);
        values.putAll(features);
        assertTrue(Features.STANDARD.all().keySet().containsAll(values.keySet()));
        return POLICY.decide(TreatmentFacts.of(new FeatureVector(values), segments, moments, Map.of(), Map.of()), NOW);
    }

    private static FeatureValue number(double value) {
        return new FeatureValue.Number(value);
    }

    private static FeatureValue truth(boolean holds) {
        return new FeatureValue.Truth(holds);
    }
}
