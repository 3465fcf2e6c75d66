package io.zugabe.segmentation.audience.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.FieldViolation;
import io.zugabe.kit.error.Violations;
import io.zugabe.kit.test.Proves;
import io.zugabe.segmentation.feature.CurrentFeatures;
import io.zugabe.segmentation.feature.TraitStore;
import io.zugabe.segmentation.feature.domain.Feature;
import io.zugabe.segmentation.v1.Anchor;
import io.zugabe.segmentation.v1.CustomerTrait;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is no product, and no value of a feature, is refused: it would look like a trait that nobody has. */
@Proves("C9")
class TraitReaderTest {

    private final TraitReader reader = new TraitReader(new CurrentFeatures(new NoTraits()), "leash"::equals);
    private final Violations violations = Violations.ofRequest();

    private static final class NoTraits implements TraitStore {

        @Override
        public Uni<List<Feature>> load() {
            return Uni.createFrom().item(List.of());
        }

        @Override
        public Uni<Void> add(Map<String, Feature> traits) {
            return Uni.createFrom().voidItem();
        }
    }

    private static CustomerTrait lifecycle(String value) {
        return CustomerTrait.newBuilder()
                .setText(CustomerTrait.TextTrait.newBuilder()
                        .setFeature("lifecycle")
                        .setValue(value))
                .build();
    }

    @Test
    void productThatTheCatalogDoesNotHave_isRefused() {
        reader.checkAnchor(Anchor.newBuilder().setProductId("leash").build(), "anchor", violations);
        assertEquals(List.of(), violations.found());
        reader.checkAnchor(Anchor.newBuilder().setProductId("lesh").build(), "anchor", violations);
        reader.check(
                List.of(CustomerTrait.newBuilder().setViewedProductId("lush").build()), "traits", 5, violations);
        assertEquals(
                List.of(
                        new FieldViolation(
                                "anchor.product_id",
                                "\"lesh\" is no product of the catalog; of one that is no longer in it, take the"
                                        + " category"),
                        new FieldViolation(
                                "traits[0].viewed_product_id",
                                "\"lush\" is no product of the catalog; of one that is no longer in it, take the"
                                        + " category")),
                violations.found());
    }

    @Test
    void textThatAFeatureCanNeverBe_isRefusedWithThoseThereAre() {
        reader.check(List.of(lifecycle("LAPSING"), lifecycle("LAPSE")), "traits", 5, violations);
        assertEquals(
                List.of(new FieldViolation(
                        "traits[1].text.value",
                        "\"LAPSE\" is no value of lifecycle; must be one of PROSPECT, NEW, ACTIVE, LAPSING, LOST")),
                violations.found());
    }
}
