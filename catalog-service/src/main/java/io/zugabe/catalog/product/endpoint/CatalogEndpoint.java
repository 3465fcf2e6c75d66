package io.zugabe.catalog.product.endpoint;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zugabe.catalog.completeness.endpoint.GapPages;
import io.zugabe.catalog.v1.BatchGetProductsRequest;
import io.zugabe.catalog.v1.BatchGetProductsResponse;
import io.zugabe.catalog.v1.CatalogService;
import io.zugabe.catalog.v1.DeleteProductRequest;
import io.zugabe.catalog.v1.DeleteProductResponse;
import io.zugabe.catalog.v1.GetProductRequest;
import io.zugabe.catalog.v1.GetProductResponse;
import io.zugabe.catalog.v1.ListAttributeGapsRequest;
import io.zugabe.catalog.v1.ListAttributeGapsResponse;
import io.zugabe.catalog.v1.ListProductsRequest;
import io.zugabe.catalog.v1.ListProductsResponse;
import io.zugabe.catalog.v1.PatchOffersRequest;
import io.zugabe.catalog.v1.PatchOffersResponse;
import io.zugabe.catalog.v1.UpsertProductsRequest;
import io.zugabe.catalog.v1.UpsertProductsResponse;
import io.zugabe.catalog.v1.WatchCatalogRequest;
import io.zugabe.catalog.v1.WatchCatalogResponse;
import io.zugabe.catalog.watch.endpoint.CatalogWatch;

/** {@code zugabe.catalog.v1.CatalogService}. */
@GrpcService
public final class CatalogEndpoint implements CatalogService {

    private final ProductBatches batches;
    private final OfferBatches offers;
    private final ProductCalls products;
    private final GapPages gaps;
    private final CatalogWatch watch;

    CatalogEndpoint(
            ProductBatches batches, OfferBatches offers, ProductCalls products, GapPages gaps, CatalogWatch watch) {
        this.batches = batches;
        this.offers = offers;
        this.products = products;
        this.gaps = gaps;
        this.watch = watch;
    }

    @Override
    public Multi<UpsertProductsResponse> upsertProducts(Multi<UpsertProductsRequest> requests) {
        return requests.onItem().transformToUniAndConcatenate(batches::upsert);
    }

    @Override
    public Multi<PatchOffersResponse> patchOffers(Multi<PatchOffersRequest> requests) {
        return requests.onItem().transformToUniAndConcatenate(offers::patch);
    }

    @Override
    public Uni<GetProductResponse> getProduct(GetProductRequest request) {
        return products.get(request);
    }

    @Override
    public Uni<BatchGetProductsResponse> batchGetProducts(BatchGetProductsRequest request) {
        return products.batchGet(request);
    }

    @Override
    public Uni<ListProductsResponse> listProducts(ListProductsRequest request) {
        return products.list(request);
    }

    @Override
    public Uni<DeleteProductResponse> deleteProduct(DeleteProductRequest request) {
        return products.delete(request);
    }

    @Override
    public Uni<ListAttributeGapsResponse> listAttributeGaps(ListAttributeGapsRequest request) {
        return gaps.list(request);
    }

    @Override
    public Multi<WatchCatalogResponse> watchCatalog(WatchCatalogRequest request) {
        return watch.watch(request);
    }
}
