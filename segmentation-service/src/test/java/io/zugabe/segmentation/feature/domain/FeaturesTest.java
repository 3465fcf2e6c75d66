package io.zugabe.segmentation.feature.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import io.zugabe.segmentation.Histories;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.profile.domain.CustomerEvent;
import io.zugabe.segmentation.profile.domain.Happening;
import io.zugabe.segmentation.profile.domain.Limits;
import io.zugabe.segmentation.profile.domain.Profile;
import io.zugabe.segmentation.profile.domain.Stamp;
import io.zugabe.segmentation.profile.domain.TraitValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

@Proves("C1")
class FeaturesTest {

    private static final Subject SUBJECT = Subject.customer("c-1");
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final Instant END = START.plusSeconds(86_400L * 400);
    private static final double EXACT = 1e-9;

    @Property(tries = 300)
    void features_readFromAProfile_equalThoseOfAllEvents(
            @ForAll("histories") List<CustomerEvent> history, @ForAll Random arrival, @ForAll("times") Instant now) {
        List<CustomerEvent> arriving = new ArrayList<>(history);
        Collections.shuffle(arriving, arrival);
        Profile profile = Profile.empty(SUBJECT, Limits.STANDARD);
        for (CustomerEvent event : arriving) {
            profile = profile.with(event);
        }
        FeatureVector incremental = Features.STANDARD.read(profile, now);
        Map<String, Object> naive = new NaiveFeatures(history, now).compute();
        naive.forEach((name, value) ->
                assertEquals(Optional.of(value), incremental.get(name).map(found -> same(found, value)), name));
        List.of("margin_12m", "usual_order_gap", "return_share_12m", "offer_click_rate", "days_since_last_order")
                .forEach(name -> assertEquals(
                        naive.containsKey(name), incremental.get(name).isPresent(), name));
    }

    /** The expected value itself where the found one equals it but for rounding. */
    private static Object same(FeatureValue found, Object expected) {
        return switch (found) {
            case FeatureValue.Number number ->
                Math.abs(number.value() - (double) expected) <= EXACT * Math.max(1, Math.abs((double) expected))
                        ? expected
                        : number.value();
            case FeatureValue.Truth truth -> truth.holds();
            case FeatureValue.Text text -> text.text();
            case FeatureValue.Texts texts -> texts.texts();
        };
    }

    @Test
    void features_allDeclared_haveValuesOfTheirType() {
        Features features = Features.STANDARD.with(List.of(
                Traits.feature("city", Feature.Type.TEXT, ""), Traits.feature("size", Feature.Type.NUMBER, "m")));
        Profile profile = Profile.empty(SUBJECT, Limits.STANDARD)
                .with(traits("e-1", Map.of("city", new TraitValue.Text("Köln"), "size", new TraitValue.Truth(true))));
        FeatureVector read = features.read(profile, END);
        assertEquals(Optional.of(new FeatureValue.Text("Köln")), read.get("trait_city"));
        assertEquals(Optional.empty(), read.get("trait_size"), "a value of another type than declared");
        assertEquals(Optional.empty(), read.get("orders_of_aunt"));
        read.values()
                .forEach((name, value) ->
                        assertEquals(features.find(name).orElseThrow().type(), type(value), name));
        assertTrue(features.all().size() > 70);
    }

    @Test
    void age_isReadFromTheMostExactTrait() {
        Map<String, TraitValue> traits = new TreeMap<>();
        traits.put("age", new TraitValue.Number(12, ""));
        assertEquals(12, age(traits));
        traits.put("birth_year", new TraitValue.Number(1990, ""));
        assertEquals(36, age(traits));
        traits.put("birth_date", new TraitValue.Text("1990-06-01"));
        assertEquals(35, age(traits));
    }

    private static double age(Map<String, TraitValue> traits) {
        Profile profile = Profile.empty(SUBJECT, Limits.STANDARD).with(traits("e-1", traits));
        Instant now = Instant.parse("2026-03-01T00:00:00Z");
        return ((FeatureValue.Number)
                        Features.STANDARD.read(profile, now).get("age").orElseThrow())
                .value();
    }

    private static CustomerEvent traits(String id, Map<String, TraitValue> traits) {
        return new CustomerEvent(new Stamp(START, id), SUBJECT, new Happening.TraitsChanged(traits));
    }

    private static Feature.Type type(FeatureValue value) {
        return switch (value) {
            case FeatureValue.Number number -> Feature.Type.NUMBER;
            case FeatureValue.Truth truth -> Feature.Type.TRUTH;
            case FeatureValue.Text text -> Feature.Type.TEXT;
            case FeatureValue.Texts texts -> Feature.Type.TEXTS;
        };
    }

    @Provide
    Arbitrary<List<CustomerEvent>> histories() {
        return Histories.of(SUBJECT, START, 400, 80);
    }

    @Provide
    Arbitrary<Instant> times() {
        return Arbitraries.integers().between(0, 200).map(day -> END.plusSeconds(86_400L * day + 3_600));
    }
}
