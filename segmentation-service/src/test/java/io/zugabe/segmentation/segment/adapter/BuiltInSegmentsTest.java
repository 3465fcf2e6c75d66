package io.zugabe.segmentation.segment.adapter;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import io.zugabe.segmentation.feature.domain.Feature;
import io.zugabe.segmentation.feature.domain.FeatureValue;
import io.zugabe.segmentation.feature.domain.FeatureVector;
import io.zugabe.segmentation.feature.domain.Features;
import io.zugabe.segmentation.segment.domain.Evidence;
import io.zugabe.segmentation.segment.domain.LocalizedText;
import io.zugabe.segmentation.segment.domain.PublishedSegment;
import io.zugabe.segmentation.segment.domain.SegmentBook;
import io.zugabe.segmentation.segment.domain.SegmentMatch;
import io.zugabe.segmentation.segment.domain.SegmentVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@Proves("C2")
class BuiltInSegmentsTest {

    private static final CelConditions CONDITIONS =
            new CelConditions(Features.STANDARD.all().values());
    private static final List<SegmentVersion> BUILT_IN = new BuiltInSegmentFile().versions();

    private final SegmentBook book = new SegmentBook(
            1,
            BUILT_IN.stream()
                    .map(version -> new PublishedSegment(
                            version.definition(),
                            version.number(),
                            CONDITIONS.compile(version.definition().expression())))
                    .toList());

    @Test
    void definitions_areCompleteAndNameDeclaredFeatures() {
        Map<String, Feature> features = Features.STANDARD.all();
        assertTrue(BUILT_IN.size() >= 15);
        assertAll(BUILT_IN.stream().map(SegmentVersion::definition).map(definition -> () -> {
            assertTrue(definition.id().matches("[a-z0-9_-]{1,60}"), definition.id());
            assertEquals(Set.of("en", "de"), definition.name().texts().keySet(), definition.id());
            assertEquals(Set.of("en", "de"), definition.description().texts().keySet(), definition.id());
            definition.evidence().texts().values().stream()
                    .flatMap(sentence -> Evidence.placesOf(sentence).stream())
                    .forEach(name -> assertTrue(features.containsKey(name), definition.id() + ": " + name));
        }));
    }

    @Test
    void rfmCells_ofCustomersWithOrders_areEachInOneGroupAtMost() {
        List<String> groups = List.of("rfm-champions", "rfm-loyal", "rfm-promising", "rfm-at-risk", "rfm-hibernating");
        for (int r = 1; r <= 5; r++) {
            for (int f = 1; f <= 5; f++) {
                for (int m = 1; m <= 5; m++) {
                    Set<String> in = segments(
                            Map.of("rfm_recency", number(r), "rfm_frequency", number(f), "rfm_monetary", number(m)));
                    in.retainAll(groups);
                    assertTrue(in.size() <= 1, r + "/" + f + "/" + m + " is in " + in);
                }
            }
        }
    }

    @Test
    void customer_lapsingServiceDemander_isInBothSegmentsWithTheReason() {
        FeatureVector features = new FeatureVector(Map.of(
                "lifecycle", new FeatureValue.Text("LAPSING"),
                "cross_buyer_types", new FeatureValue.Texts(List.of("SERVICE_DEMANDER"))));
        Map<String, LocalizedText> why =
                book.evaluate(features).stream().collect(Collectors.toMap(SegmentMatch::segmentId, SegmentMatch::why));
        assertEquals(
                Map.of(
                        "lifecycle-lapsing", LocalizedText.of("lifecycle LAPSING"),
                        "service-demanders", LocalizedText.of("cross_buyer_types SERVICE_DEMANDER")),
                why);
    }

    @Test
    void customer_ofWhomNothingIsKnown_isInNoSegment() {
        assertEquals(Set.of(), segments(Map.of()));
    }

    private Set<String> segments(Map<String, FeatureValue> features) {
        return book.evaluate(new FeatureVector(new HashMap<>(features))).stream()
                .map(SegmentMatch::segmentId)
                .collect(Collectors.toSet());
    }

    private static FeatureValue number(double value) {
        return new FeatureValue.Number(value);
    }
}
