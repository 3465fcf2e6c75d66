package io.zugabe.recommendation.misfits.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zugabe.kit.test.Proves;
import io.zugabe.recommendation.products.domain.ProductIds;
import io.zugabe.recommendation.replica.domain.CatalogBuilder;
import io.zugabe.recommendation.replica.domain.CatalogSnapshot;
import io.zugabe.recommendation.replica.domain.FitCell;
import io.zugabe.recommendation.replica.domain.LocalizedText;
import io.zugabe.recommendation.replica.domain.Money;
import io.zugabe.recommendation.replica.domain.Product;
import io.zugabe.recommendation.replica.domain.TypePath;
import io.zugabe.recommendation.replica.domain.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@Proves("O9")
class MisfitAnchorsTest {

    private static final FitCell FITS = new FitCell(Verdict.FITS, List.of(), List.of());

    private final ProductIds ids = new ProductIds();
    private final CatalogBuilder builder = new CatalogBuilder(ids);

    @Test
    void whatHadToFitAndDid_isMeant_hostsFirst() {
        product("lens", 2, "lens");
        product("filter", 3, "filter");
        product("body", 1, "body");
        product("look-alike", 4, "filter");
        product("bag", 0, "bag");
        builder.fit().gate("body", "lens");
        builder.fit().gate("lens", "filter");
        builder.fit().fits(1, 2, FITS);
        builder.fit().fits(2, 3, FITS);
        assertEquals(
                List.of("body", "filter"), anchors("lens", "filter", "bag", "look-alike", "body", "body", "nobody"));
        assertEquals(List.of(), anchors("bag", "body"));
        assertEquals(List.of(), anchors("nobody", "body"));
    }

    @Test
    void hostThatItIsNotKnownToFit_explainsTheReturn() {
        product("phone", 1, "phone");
        product("charger", 2, "charger");
        product("cable", 3, "cable");
        builder.fit().gate("phone", "cable");
        builder.fit().gate("charger", "cable");
        builder.fit().fits(2, 3, FITS);
        assertEquals(List.of(), anchors("cable", "phone", "charger"));
        assertEquals(List.of("charger"), anchors("cable", "charger"));
    }

    @Test
    void blockedPair_isReportedAgain() {
        product("body", 1, "body");
        product("lens", 2, "lens");
        builder.fit().gate("body", "lens");
        builder.fit().fits(1, 2, FITS);
        builder.block("lens", "body", true);
        assertEquals(List.of("body"), anchors("lens", "body"));
    }

    @Test
    void atMostFive_areMeant() {
        product("lens", 2, "lens");
        builder.fit().gate("body", "lens");
        builder.fit().fits(1, 2, FITS);
        for (int i = 9; i > 0; i--) {
            product("body-" + i, 1, "body");
        }
        assertEquals(
                List.of("body-1", "body-2", "body-3", "body-4", "body-5"),
                anchors(
                        "lens", "body-9", "body-8", "body-7", "body-6", "body-5", "body-4", "body-3", "body-2",
                        "body-1"));
    }

    private List<String> anchors(String returned, String... together) {
        CatalogSnapshot catalog = builder.publish("1", 1, ignored -> 0);
        return MisfitAnchors.of(catalog, returned, List.of(together));
    }

    private void product(String id, long fitGroup, String type) {
        builder.put(new Product(
                ids.numberOf(id),
                id,
                "",
                new TypePath(List.of(type)),
                "",
                "",
                LocalizedText.NONE,
                Map.of(),
                new Money("EUR", 1),
                Optional.empty(),
                1,
                0,
                0,
                List.of(),
                "",
                false,
                fitGroup));
    }
}
