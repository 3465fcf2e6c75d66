package io.zugabe.bench.freshness;

import io.grpc.Channel;
import io.grpc.stub.StreamObserver;
import io.zugabe.bench.shop.Assortment;
import io.zugabe.bench.shop.CatalogMessages;
import io.zugabe.bench.shop.Good;
import io.zugabe.bench.shop.Kind;
import io.zugabe.bench.shop.Shelf;
import io.zugabe.bench.shop.ShopCatalog;
import io.zugabe.catalog.v1.CatalogServiceGrpc;
import io.zugabe.catalog.v1.OfferPatch;
import io.zugabe.catalog.v1.PatchOffersRequest;
import io.zugabe.catalog.v1.PatchOffersResponse;
import io.zugabe.catalog.v1.Rule;
import io.zugabe.recommendation.v1.RecommendResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Changes of the catalog that change a decision. */
final class CatalogProbes {

    private static final int DEADLINE_SECONDS = 60;
    private static final long PLENTY = 1_000_000;
    private static final String AS_IT_IS = "part.system == host.system";
    private static final String TURNED = "part.system != host.system";

    private final Assortment assortment;
    private final Shelf shelf;
    private final Channel catalog;
    private final Watch watch;

    CatalogProbes(Assortment assortment, Shelf shelf, Channel catalog, Watch watch) {
        this.assortment = assortment;
        this.shelf = shelf;
        this.catalog = catalog;
        this.watch = watch;
    }

    /** Something offered is sold out: not offered any more; counted from the answer to the patch. */
    double soldOut(Good device) throws InterruptedException {
        String offered = watch.offered(watch.ask("nobody", device)).findFirst().orElseThrow();
        long acknowledged = patchStock(offered, 0);
        double millis = watch.until(
                acknowledged,
                "a product that is sold out",
                "nobody",
                device,
                response -> !watch.offers(response, offered));
        patchStock(offered, PLENTY);
        return millis;
    }

    private long patchStock(String product, long stock) throws InterruptedException {
        CompletableFuture<Long> answered = new CompletableFuture<>();
        StreamObserver<PatchOffersRequest> patches = CatalogServiceGrpc.newStub(catalog)
                .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS)
                .patchOffers(new Answer(answered));
        patches.onNext(PatchOffersRequest.newBuilder()
                .addPatches(OfferPatch.newBuilder().setProductId(product).setStock(stock))
                .build());
        patches.onCompleted();
        try {
            return answered.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("stock could not be changed", e);
        }
    }

    /**
     * A rule is turned into its opposite, or back: every supply that is offered obeys it.
     *
     * @param fromCall milliseconds from the call that published it
     * @param fromAnswer milliseconds from its answer
     */
    record Obeyed(double fromCall, double fromAnswer) {}

    /** Publishes one. */
    Obeyed rule(Good device, boolean turned) {
        Rule rule = CatalogMessages.rules(assortment).stream()
                .filter(each -> each.getPartType().equals(device.kind().type() + "_supply"))
                .findFirst()
                .orElseThrow();
        Rule changed = rule.toBuilder().setFits(turned ? TURNED : AS_IT_IS).build();
        long called = System.nanoTime();
        new ShopCatalog(catalog).publish(changed);
        long answered = System.nanoTime();
        double fromCall = watch.until(called, "a rule", "nobody", device, response -> obeys(response, device, turned));
        return new Obeyed(fromCall, fromCall - (answered - called) / 1e6);
    }

    private boolean obeys(RecommendResponse response, Good device, boolean turned) {
        List<Good> supplies = watch.offered(response)
                .map(id -> assortment.good(shelf.number(id)))
                .filter(good -> good.kind().role() == Kind.Role.SUPPLY)
                .toList();
        return !supplies.isEmpty() && supplies.stream().allMatch(good -> (good.system() == device.system()) != turned);
    }

    private record Answer(CompletableFuture<Long> answered) implements StreamObserver<PatchOffersResponse> {

        @Override
        public void onNext(PatchOffersResponse response) {
            if (response.getResults(0).getCode() == 0) {
                answered.complete(System.nanoTime());
            } else {
                answered.completeExceptionally(new IllegalStateException("refused: " + response));
            }
        }

        @Override
        public void onError(Throwable problem) {
            answered.completeExceptionally(problem);
        }

        @Override
        public void onCompleted() {}
    }
}
