package io.zugabe.catalog.product.endpoint;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zugabe.catalog.completeness.endpoint.GapPages;
import io.zugabe.catalog.live.domain.CatalogEntry;
import io.zugabe.catalog.product.DeleteProduct;
import io.zugabe.catalog.product.FindProducts;
import io.zugabe.catalog.product.ListProducts;
import io.zugabe.catalog.product.adapter.ProductMessages;
import io.zugabe.catalog.product.domain.ProductFilter;
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
import io.zugabe.kit.error.Violations;
import io.zugabe.kit.paging.PageRequest;
import io.zugabe.kit.paging.PageTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code zugabe.catalog.v1.CatalogService}. */
@GrpcService
public final class CatalogEndpoint implements CatalogService {

    private static final int MOST_IDS = 1_000;
    private static final int MOST_CATEGORIES = 10;
    private static final int LONGEST_QUERY = 200;

    private final ProductBatches batches;
    private final OfferBatches offers;
    private final FindProducts findProducts;
    private final ListProducts listProducts;
    private final DeleteProduct deleteProduct;
    private final GapPages gaps;
    private final CatalogWatch watch;

    CatalogEndpoint(
            ProductBatches batches,
            OfferBatches offers,
            FindProducts findProducts,
            ListProducts listProducts,
            DeleteProduct deleteProduct,
            GapPages gaps,
            CatalogWatch watch) {
        this.batches = batches;
        this.offers = offers;
        this.findProducts = findProducts;
        this.listProducts = listProducts;
        this.deleteProduct = deleteProduct;
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
        Violations violations = Violations.ofRequest();
        Fields.checkId(violations, "product_id", request.getProductId());
        violations.throwIfAny();
        CatalogEntry entry = findProducts.find(List.of(request.getProductId())).get(request.getProductId());
        if (entry == null) {
            throw DeleteProduct.notFound(request.getProductId());
        }
        return Uni.createFrom()
                .item(GetProductResponse.newBuilder()
                        .setProduct(ProductMessages.toMessage(entry))
                        .build());
    }

    @Override
    public Uni<BatchGetProductsResponse> batchGetProducts(BatchGetProductsRequest request) {
        Violations violations = Violations.ofRequest();
        checkIds(violations, "product_ids", request.getProductIdsList(), MOST_IDS);
        violations.throwIfAny();
        Map<String, CatalogEntry> found = findProducts.find(request.getProductIdsList());
        List<String> missing = new ArrayList<>(request.getProductIdsList());
        missing.removeAll(found.keySet());
        BatchGetProductsResponse.Builder response =
                BatchGetProductsResponse.newBuilder().addAllMissingProductIds(missing);
        found.values().forEach(entry -> response.addProducts(ProductMessages.toMessage(entry)));
        return Uni.createFrom().item(response.build());
    }

    @Override
    public Uni<ListProductsResponse> listProducts(ListProductsRequest request) {
        Violations violations = Violations.ofRequest();
        if (!request.getType().isEmpty()) {
            Fields.checkKey(violations, "type", request.getType());
        }
        violations.checkSize("category_path", request.getCategoryPathList(), 0, MOST_CATEGORIES);
        violations.checkLength("query", request.getQuery(), 0, LONGEST_QUERY);
        List<String> filter = new ArrayList<>(List.of("products", request.getType(), request.getQuery()));
        filter.addAll(request.getCategoryPathList());
        PageTokens tokens = new PageTokens(filter);
        PageRequest page = tokens.read(request.getPageSize(), request.getPageToken(), violations);
        violations.throwIfAny();
        return listProducts
                .list(ProductFilter.of(request.getType(), request.getCategoryPathList(), request.getQuery()), page)
                .map(found -> {
                    ListProductsResponse.Builder response = ListProductsResponse.newBuilder()
                            .setNextPageToken(tokens.write(found.next()))
                            .setTotalSize(found.total());
                    found.entries().forEach(entry -> response.addProducts(ProductMessages.toMessage(entry)));
                    return response.build();
                });
    }

    @Override
    public Uni<DeleteProductResponse> deleteProduct(DeleteProductRequest request) {
        Violations violations = Violations.ofRequest();
        Fields.checkId(violations, "product_id", request.getProductId());
        violations.throwIfAny();
        return deleteProduct.delete(request.getProductId()).replaceWith(DeleteProductResponse.getDefaultInstance());
    }

    @Override
    public Uni<ListAttributeGapsResponse> listAttributeGaps(ListAttributeGapsRequest request) {
        return gaps.list(request);
    }

    @Override
    public Multi<WatchCatalogResponse> watchCatalog(WatchCatalogRequest request) {
        return watch.watch(request);
    }

    /** Notes violations of a list of product ids. */
    public static void checkIds(Violations violations, String field, List<String> ids, int most) {
        if (violations.checkSize(field, ids, 1, most)) {
            for (int i = 0; i < ids.size(); i++) {
                if (!Fields.isId(ids.get(i))) { // the field is named only if something is wrong: there are many ids
                    Fields.checkId(violations, field + "[" + i + "]", ids.get(i));
                }
            }
        }
    }
}
