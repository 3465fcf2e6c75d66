package io.zugabe.segmentation.treatment.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import io.zugabe.segmentation.feature.domain.FeatureValue;
import io.zugabe.segmentation.feature.domain.FeatureVector;
import io.zugabe.segmentation.segment.domain.LocalizedText;
import io.zugabe.segmentation.treatment.domain.Channel;
import io.zugabe.segmentation.treatment.domain.Effects;
import io.zugabe.segmentation.treatment.domain.Incentive;
import io.zugabe.segmentation.treatment.domain.Moment;
import io.zugabe.segmentation.treatment.domain.OfferKind;
import io.zugabe.segmentation.treatment.domain.PolicyVersion;
import io.zugabe.segmentation.treatment.domain.PriceCeiling;
import io.zugabe.segmentation.treatment.domain.QuietTimes;
import io.zugabe.segmentation.treatment.domain.Silencing;
import io.zugabe.segmentation.treatment.domain.Treatment;
import io.zugabe.segmentation.treatment.domain.TreatmentFacts;
import io.zugabe.segmentation.treatment.domain.TreatmentRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Rules combine to the most restrictive, whatever their order. */
@Proves("C4")
class PolicyOrderTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final List<String> CONDITIONS = List.of(
            "open_cases > 0", "orders_12m >= 2", "!consent_email", "lifecycle == \"NEW\"", "\"vip\" in segments");

    @Property(tries = 300)
    void rule_added_neverAllowsMore(
            @ForAll("rules") List<TreatmentRule> rules,
            @ForAll("rule") TreatmentRule added,
            @ForAll("facts") TreatmentFacts facts) {
        List<TreatmentRule> more = new ArrayList<>(rules);
        more.add(added);
        assertAtMostAsFree(decide(more, facts), decide(rules, facts));
    }

    @Property(tries = 300)
    void rules_inAnyOrder_decideAlike(
            @ForAll("rules") List<TreatmentRule> rules, @ForAll("facts") TreatmentFacts facts, @ForAll Random random) {
        List<TreatmentRule> shuffled = new ArrayList<>(rules);
        Collections.shuffle(shuffled, random);
        Treatment one = decide(rules, facts);
        Treatment other = decide(shuffled, facts);
        assertEquals(withoutReasons(one), withoutReasons(other));
        assertEquals(new HashSet<>(one.applied()), new HashSet<>(other.applied()));
    }

    private static Treatment decide(List<TreatmentRule> rules, TreatmentFacts facts) {
        PolicyVersion version = new PolicyVersion(2, rules, QuietTimes.DEFAULT, "", "", Optional.empty());
        return Policies.compile(version, List.of("vip")).decide(facts, NOW);
    }

    private static void assertAtMostAsFree(Treatment stricter, Treatment freer) {
        assertTrue(freer.allowed() || !stricter.allowed());
        assertTrue(freer.kinds().containsAll(stricter.kinds()));
        assertTrue(freer.channels().containsAll(stricter.channels()));
        assertTrue(freer.incentives().containsAll(stricter.incentives()));
        assertTrue(stricter.priceCeiling().orElse(Double.MAX_VALUE)
                <= freer.priceCeiling().orElse(Double.MAX_VALUE));
        assertTrue(stricter.onlyWhenTriggered() || !freer.onlyWhenTriggered());
        assertTrue(stricter.lowReturnRiskOnly() || !freer.lowReturnRiskOnly());
        assertTrue(stricter.anonymous() || !freer.anonymous());
        assertTrue(stricter.excludedTypes().containsAll(freer.excludedTypes()));
        assertEquals(freer.quietProducts(), stricter.quietProducts());
        if (!freer.allowed()) {
            Instant end = freer.quietUntil().orElse(Instant.MAX);
            assertTrue(!stricter.quietUntil().orElse(Instant.MAX).isBefore(end));
        }
    }

    private static Treatment withoutReasons(Treatment treatment) {
        return new Treatment(
                treatment.allowed(),
                treatment.quietUntil(),
                treatment.kinds(),
                treatment.channels(),
                treatment.incentives(),
                treatment.priceCeiling(),
                treatment.onlyWhenTriggered(),
                treatment.lowReturnRiskOnly(),
                treatment.anonymous(),
                treatment.excludedTypes(),
                treatment.advice(),
                treatment.quietProducts(),
                List.of(),
                treatment.policyVersion());
    }

    @Provide
    Arbitrary<List<TreatmentRule>> rules() {
        return rule().list().ofMaxSize(5);
    }

    @Provide
    Arbitrary<TreatmentRule> rule() {
        return Combinators.combine(
                        Arbitraries.of(CONDITIONS),
                        Arbitraries.of(true, false),
                        effects(),
                        Arbitraries.integers().between(1, 9))
                .as((condition, whenUnknown, effects, number) -> new TreatmentRule(
                        "rule-" + number,
                        LocalizedText.EMPTY,
                        new TreatmentRule.Who.Matching(condition),
                        whenUnknown,
                        "REASON_" + number,
                        effects));
    }

    private static Arbitrary<Effects> effects() {
        Arbitrary<Set<String>> types =
                Arbitraries.of("service", "cable", "tent").set().ofMaxSize(2);
        Arbitrary<Boolean> flag = Arbitraries.of(true, false, false);
        return Combinators.combine(
                        silence(),
                        Arbitraries.of(OfferKind.class).set().optional(0.3),
                        Arbitraries.of(Channel.class).set().optional(0.3),
                        Arbitraries.of(Incentive.class).set().optional(0.3),
                        ceiling().optional(0.3),
                        flag,
                        flag,
                        types)
                .as((silence, kinds, channels, incentives, ceiling, triggered, other, excluded) -> new Effects(
                        silence,
                        kinds,
                        channels,
                        incentives,
                        ceiling,
                        triggered,
                        other,
                        triggered && other,
                        new TreeSet<>(excluded),
                        new TreeSet<>()));
    }

    private static Arbitrary<Optional<Silencing>> silence() {
        Arbitrary<Silencing> after = Combinators.combine(
                        Arbitraries.of(Moment.class), Arbitraries.integers().between(1, 20))
                .as((moment, days) -> new Silencing.After(moment, Duration.ofDays(days)));
        Arbitrary<Silencing> whileItHolds = Arbitraries.just(new Silencing.WhileItHolds());
        return Arbitraries.oneOf(after, after, whileItHolds).optional(0.3);
    }

    private static Arbitrary<PriceCeiling> ceiling() {
        return Combinators.combine(
                        Arbitraries.doubles().between(1, 100),
                        Arbitraries.doubles().between(0.1, 3))
                .as((amount, factor) -> new PriceCeiling(
                        amount > 50 ? OptionalDouble.of(amount) : OptionalDouble.empty(),
                        Optional.of(new PriceCeiling.Share("usual_order_value", factor))));
    }

    @Provide
    Arbitrary<TreatmentFacts> facts() {
        Arbitrary<Map<String, FeatureValue>> features = Combinators.combine(
                        number(2).optional(),
                        number(4).optional(),
                        Arbitraries.of(true, false).optional(),
                        number(90).optional())
                .as((cases, orders, consent, usual) -> {
                    Map<String, FeatureValue> values = new HashMap<>();
                    cases.ifPresent(value -> values.put("open_cases", new FeatureValue.Number(value)));
                    orders.ifPresent(value -> values.put("orders_12m", new FeatureValue.Number(value)));
                    consent.ifPresent(value -> values.put("consent_email", new FeatureValue.Truth(value)));
                    usual.ifPresent(value -> values.put("usual_order_value", new FeatureValue.Number(value)));
                    return values;
                });
        Arbitrary<Instant> times = Arbitraries.integers().between(0, 25).map(days -> NOW.minus(Duration.ofDays(days)));
        return Combinators.combine(
                        features,
                        Arbitraries.of("vip", "other").list().ofMaxSize(2),
                        Arbitraries.maps(Arbitraries.of(Moment.class), times),
                        Arbitraries.maps(Arbitraries.of("a", "b", "c"), times))
                .as((values, segments, moments, products) ->
                        TreatmentFacts.of(new FeatureVector(values), segments, moments, products, products));
    }

    private static Arbitrary<Integer> number(int most) {
        return Arbitraries.integers().between(0, most);
    }
}
