package io.zugabe.catalog.product.endpoint;

import io.smallrye.mutiny.Uni;
import io.zugabe.catalog.live.domain.CatalogEntry;
import io.zugabe.catalog.product.DeleteProduct;
import io.zugabe.catalog.product.FindProducts;
import io.zugabe.catalog.product.ListProducts;
import io.zugabe.catalog.product.adapter.ProductMessages;
import io.zugabe.catalog.product.domain.ProductFilter;
import io.zugabe.catalog.v1.BatchGetProductsRequest;
import io.zugabe.catalog.v1.BatchGetProductsResponse;
import io.zugabe.catalog.v1.DeleteProductRequest;
import io.zugabe.catalog.v1.DeleteProductResponse;
import io.zugabe.catalog.v1.GetProductRequest;
import io.zugabe.catalog.v1.GetProductResponse;
import io.zugabe.catalog.v1.ListProductsRequest;
import io.zugabe.catalog.v1.ListProductsResponse;
import io.zugabe.kit.error.Violations;
import io.zugabe.kit.paging.PageRequest;
import io.zugabe.kit.paging.PageTokens;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The calls about products one by one and in lists. */
@Singleton
final class ProductCalls {

    private static final int MOST_IDS = 1_000;
    private static final int MOST_CATEGORIES = 10;
    private static final int LONGEST_QUERY = 200;

    private final FindProducts findProducts;
    private final ListProducts listProducts;
    private final DeleteProduct deleteProduct;

    ProductCalls(FindProducts findProducts, ListProducts listProducts, DeleteProduct deleteProduct) {
        this.findProducts = findProducts;
        this.listProducts = listProducts;
        this.deleteProduct = deleteProduct;
    }

    Uni<GetProductResponse> get(GetProductRequest request) {
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

    Uni<BatchGetProductsResponse> batchGet(BatchGetProductsRequest request) {
        Violations violations = Violations.ofRequest();
        Fields.checkIds(violations, "product_ids", request.getProductIdsList(), MOST_IDS);
        violations.throwIfAny();
        Map<String, CatalogEntry> found = findProducts.find(request.getProductIdsList());
        List<String> missing = new ArrayList<>(request.getProductIdsList());
        missing.removeAll(found.keySet());
        BatchGetProductsResponse.Builder response =
                BatchGetProductsResponse.newBuilder().addAllMissingProductIds(missing);
        found.values().forEach(entry -> response.addProducts(ProductMessages.toMessage(entry)));
        return Uni.createFrom().item(response.build());
    }

    Uni<ListProductsResponse> list(ListProductsRequest request) {
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

    Uni<DeleteProductResponse> delete(DeleteProductRequest request) {
        Violations violations = Violations.ofRequest();
        Fields.checkId(violations, "product_id", request.getProductId());
        violations.throwIfAny();
        return deleteProduct.delete(request.getProductId()).replaceWith(DeleteProductResponse.getDefaultInstance());
    }
}
