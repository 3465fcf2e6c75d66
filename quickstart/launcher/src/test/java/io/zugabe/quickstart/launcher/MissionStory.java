package io.zugabe.quickstart.launcher;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.grpc.ManagedChannel;
import io.zugabe.catalog.v1.BatchGetProductsRequest;
import io.zugabe.catalog.v1.CatalogServiceGrpc;
import io.zugabe.catalog.v1.Product;
import io.zugabe.common.v1.LocalizedText;
import io.zugabe.recommendation.v1.CartLine;
import io.zugabe.recommendation.v1.Deal;
import io.zugabe.recommendation.v1.Filter;
import io.zugabe.recommendation.v1.GetPlacementRequest;
import io.zugabe.recommendation.v1.Offer;
import io.zugabe.recommendation.v1.OfferKind;
import io.zugabe.recommendation.v1.Placement;
import io.zugabe.recommendation.v1.PlacementRules;
import io.zugabe.recommendation.v1.PlacementServiceGrpc;
import io.zugabe.recommendation.v1.RecommendRequest;
import io.zugabe.recommendation.v1.RecommendResponse;
import io.zugabe.recommendation.v1.RecommendationServiceGrpc;
import io.zugabe.recommendation.v1.UpdatePlacementRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the mission names, on the demo shop through the public API alone. */
final class MissionStory {

    /** What a page of each product must offer, by types. */
    private static final Map<String, Set<String>> ADD_ONS = Map.ofEntries(
            Map.entry("vaude-taurus-2p", Set.of("sleeping_bag", "sleeping_mat", "camping_lamp")),
            Map.entry("brabantia-touch-bin-40-l", Set.of("bin_bags")),
            Map.entry("dell-inspiron-15-3520", Set.of("laptop_bag", "antivirus_licence")),
            Map.entry("cube-touring-one", Set.of("bicycle_helmet", "bicycle_lock")),
            Map.entry("olaplex-no-4-bond-maintenance-shampoo-250-ml", Set.of("conditioner")),
            Map.entry("hp-deskjet-2720e", Set.of("ink_cartridge")),
            Map.entry("canon-eos-r6-mark-ii", Set.of("camera_battery", "memory_card")),
            Map.entry("makita-ddf485z", Set.of("power_tool_battery", "power_tool_charger")),
            Map.entry("reishunger-digital-rice-cooker", Set.of("rice")),
            Map.entry("babolat-pure-drive", Set.of("tennis_balls")),
            Map.entry("nardi-net-relax", Set.of("garden_cushion")));

    private final ManagedChannel recommendation;
    private final ManagedChannel catalog;

    MissionStory(ManagedChannel recommendation, ManagedChannel catalog) {
        this.recommendation = recommendation;
        this.catalog = catalog;
    }

    void everyExample_getsSensibleAddOns() {
        ADD_ONS.forEach((product, expected) -> {
            Set<String> offered = types(recommend(page(product)));
            assertTrue(offered.containsAll(expected), product + " lacks some of " + expected + ": " + offered);
        });
    }

    /** On the page the battery and no tripod; the tripod a week after the purchase. */
    void batteriesComeBefore_theTripodAfterThePurchase() {
        Set<String> before = types(recommend(page("canon-eos-r6-mark-ii")));
        assertTrue(before.contains("camera_battery"), before::toString);
        assertFalse(before.contains("tripod"), before::toString);
        RecommendResponse bought = recommend(page("canon-eos-r6-mark-ii")
                .setPlacement(Placement.PLACEMENT_THANK_YOU)
                .setFilter(Filter.newBuilder().addTypes("tripod")));
        assertEquals(Set.of("tripod"), types(bought));
        assertEquals(
                Duration.ofDays(7).toSeconds(),
                bought.getOffers(0).getTiming().getAfterPurchase().getSeconds());
    }

    void upgradesPacksAndContracts_areOfferedWithTheirDifferences() {
        Offer camera = offer(recommend(page("canon-eos-r10")), OfferKind.OFFER_KIND_UPGRADE);
        assertEquals("canon-eos-r7", camera.getProductId());
        assertTrue(
                camera.getDifferencesList().stream()
                        .anyMatch(each -> each.getAttribute().equals("megapixels") && each.getBetter()),
                camera::toString);
        Offer pack = offer(recommend(page("duracell-plus-lr6-4")), OfferKind.OFFER_KIND_UPGRADE);
        assertEquals("duracell-plus-lr6-12", pack.getProductId());
        assertEquals(
                "12 statt 4: 1,00 € statt 1,25 € je Stück.", pack.getReasons(0).getText());
        Offer contract =
                offer(recommend(cart("miele-wwd020-wcs", "service-warranty-3y-1000")), OfferKind.OFFER_KIND_UPGRADE);
        assertEquals("service-warranty-5y-1000", contract.getProductId());
    }

    void bundleAndSample_areOffered() {
        Offer bundle = offer(recommend(page("cube-touring-one")), OfferKind.OFFER_KIND_BUNDLE);
        assertEquals(979, bundle.getPrice().getUnits());
        assertEquals(3, bundle.getBundle().getPartsCount());
        assertTrue(bundle.getBundle().getSaving().getUnits() > 0, bundle::toString);
        Offer sample = recommend(cart("olaplex-no-4-bond-maintenance-shampoo-250-ml"))
                .getOffersList()
                .getLast();
        assertEquals(OfferKind.OFFER_KIND_SAMPLE, sample.getKind());
    }

    void dealOfTheDay_hasAPlace() {
        var placements = PlacementServiceGrpc.newBlockingStub(recommendation).withDeadlineAfter(Duration.ofSeconds(10));
        PlacementRules before = placements
                .getPlacement(GetPlacementRequest.newBuilder()
                        .setPlacement(Placement.PLACEMENT_HOME)
                        .build())
                .getRules();
        PlacementRules with = update(before.toBuilder()
                .addDeals(Deal.newBuilder()
                        .setProductId("bosch-twk3p420")
                        .setLabel(LocalizedText.newBuilder().putTexts("de", "Angebot des Tages")))
                .build());
        Offer deal = offer(
                recommend(page("").clearAnchorProductIds().setPlacement(Placement.PLACEMENT_HOME)),
                OfferKind.OFFER_KIND_DEAL);
        assertEquals("bosch-twk3p420", deal.getProductId());
        assertEquals("Angebot des Tages", deal.getReasons(0).getText());
        update(with.toBuilder().clearDeals().build());
    }

    private PlacementRules update(PlacementRules rules) {
        return PlacementServiceGrpc.newBlockingStub(recommendation)
                .withDeadlineAfter(Duration.ofSeconds(10))
                .updatePlacement(UpdatePlacementRequest.newBuilder()
                        .setRules(rules)
                        .setAuthor("story")
                        .build())
                .getRules();
    }

    private RecommendResponse recommend(RecommendRequest.Builder request) {
        return RecommendationServiceGrpc.newBlockingStub(recommendation)
                .withDeadlineAfter(Duration.ofSeconds(10))
                .recommend(request.build());
    }

    private static RecommendRequest.Builder page(String product) {
        RecommendRequest.Builder request = RecommendRequest.newBuilder()
                .setVisitorId("story-visitor")
                .setPlacement(Placement.PLACEMENT_PRODUCT_PAGE)
                .addAnchorProductIds(product);
        request.getContextBuilder().setLocale("de");
        return request;
    }

    private static RecommendRequest.Builder cart(String... products) {
        RecommendRequest.Builder request =
                RecommendRequest.newBuilder().setVisitorId("story-visitor").setPlacement(Placement.PLACEMENT_CART);
        List.of(products)
                .forEach(product -> request.addCart(CartLine.newBuilder().setProductId(product)));
        return request;
    }

    private Set<String> types(RecommendResponse response) {
        return Set.copyOf(typesById(response).values());
    }

    private Map<String, String> typesById(RecommendResponse response) {
        if (response.getOffersCount() == 0) {
            return Map.of();
        }
        return CatalogServiceGrpc.newBlockingStub(catalog)
                .withDeadlineAfter(Duration.ofSeconds(10))
                .batchGetProducts(BatchGetProductsRequest.newBuilder()
                        .addAllProductIds(response.getOffersList().stream()
                                .map(Offer::getProductId)
                                .toList())
                        .build())
                .getProductsList()
                .stream()
                .collect(toMap(Product::getProductId, Product::getType));
    }

    private static Offer offer(RecommendResponse response, OfferKind kind) {
        return response.getOffersList().stream()
                .filter(offer -> offer.getKind() == kind)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " in " + response));
    }
}
