package io.zugabe.bench.decide;

import io.zugabe.bench.fit.SyntheticCatalog;
import io.zugabe.recommendation.v1.CartLine;
import io.zugabe.recommendation.v1.Context;
import io.zugabe.recommendation.v1.Placement;
import io.zugabe.recommendation.v1.RecommendRequest;
import java.util.SplittableRandom;

/** What shops ask: mixed placements, random customers, half the products best sellers and half any of the catalog. */
final class Traffic {

    private static final long SEED = 41;

    private final SyntheticCatalog catalog;
    private final BestSellers bestSellers;
    private final Customers customers;

    Traffic(SyntheticCatalog catalog, BestSellers bestSellers, Customers customers) {
        this.catalog = catalog;
        this.bestSellers = bestSellers;
        this.customers = customers;
    }

    /** Requests, the same for the same number. */
    RecommendRequest[] requests(int number) {
        SplittableRandom random = new SplittableRandom(SEED);
        RecommendRequest[] requests = new RecommendRequest[number];
        for (int i = 0; i < number; i++) {
            requests[i] = request(random);
        }
        return requests;
    }

    private RecommendRequest request(SplittableRandom random) {
        RecommendRequest.Builder request = RecommendRequest.newBuilder()
                .setCustomerId(Customers.id(random.nextInt(customers.size())))
                .setSessionId("s-" + random.nextInt(1_000_000))
                .setContext(Context.newBuilder().setLocale(random.nextBoolean() ? "de" : "en"));
        int place = random.nextInt(100);
        if (place < 10) {
            request.setPlacement(Placement.PLACEMENT_HOME);
        } else if (place < 55) {
            request.setPlacement(Placement.PLACEMENT_PRODUCT_PAGE).addAnchorProductIds(product(random));
        } else if (place < 80) {
            fill(request.setPlacement(Placement.PLACEMENT_CART), random);
        } else if (place < 88) {
            fill(request.setPlacement(Placement.PLACEMENT_CHECKOUT), random);
        } else if (place < 94) {
            request.setPlacement(Placement.PLACEMENT_THANK_YOU).addAnchorProductIds(product(random));
        } else if (place < 97) {
            request.setPlacement(Placement.PLACEMENT_FOLLOW_UP);
        } else {
            request.setPlacement(Placement.PLACEMENT_SERVICE_CALL);
        }
        return request.build();
    }

    private void fill(RecommendRequest.Builder request, SplittableRandom random) {
        for (int i = random.nextInt(3); i >= 0; i--) {
            request.addCart(CartLine.newBuilder().setProductId(product(random)).setQuantity(1));
        }
    }

    private String product(SplittableRandom random) {
        return SyntheticCatalog.id(random.nextBoolean() ? bestSellers.any(random) : random.nextInt(catalog.size()));
    }
}
