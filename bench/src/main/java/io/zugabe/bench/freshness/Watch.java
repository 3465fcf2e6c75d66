package io.zugabe.bench.freshness;

import io.grpc.Channel;
import io.zugabe.bench.shop.Good;
import io.zugabe.bench.shop.Shelf;
import io.zugabe.recommendation.v1.Offer;
import io.zugabe.recommendation.v1.Placement;
import io.zugabe.recommendation.v1.RecommendRequest;
import io.zugabe.recommendation.v1.RecommendResponse;
import io.zugabe.recommendation.v1.RecommendationServiceGrpc;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Asks for offers again and again until they show what is expected. */
final class Watch {

    private static final int DEADLINE_SECONDS = 60;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    private final Channel recommendation;
    private final Shelf shelf;

    Watch(Channel recommendation, Shelf shelf) {
        this.recommendation = recommendation;
        this.shelf = shelf;
    }

    /** Offers beside a product, for a customer. */
    RecommendResponse ask(String customer, Good anchor) {
        return RecommendationServiceGrpc.newBlockingStub(recommendation)
                .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS)
                .recommend(RecommendRequest.newBuilder()
                        .setCustomerId(customer)
                        .setPlacement(Placement.PLACEMENT_PRODUCT_PAGE)
                        .addAnchorProductIds(shelf.tag(anchor.number()).id())
                        .setMaxOffers(12)
                        .build());
    }

    /** The products that are offered. */
    Stream<String> offered(RecommendResponse response) {
        return response.getOffersList().stream().map(Offer::getProductId);
    }

    /** Whether a product is offered. */
    boolean offers(RecommendResponse response, String product) {
        return offered(response).anyMatch(product::equals);
    }

    /**
     * Waits for a change.
     *
     * @param since when to count from, by {@link System#nanoTime}
     * @param what for the error if it does not come
     * @return milliseconds until the end of the first call that showed it
     */
    double until(long since, String what, String customer, Good anchor, Predicate<RecommendResponse> shown) {
        while (!shown.test(ask(customer, anchor))) {
            if (System.nanoTime() - since > PATIENCE) {
                throw new IllegalStateException(what + " was not visible after a minute");
            }
        }
        return (System.nanoTime() - since) / 1e6;
    }
}
