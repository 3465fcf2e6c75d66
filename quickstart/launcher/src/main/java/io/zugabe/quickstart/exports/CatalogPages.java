package io.zugabe.quickstart.exports;

import io.grpc.Channel;
import io.zugabe.catalog.v1.BatchGetProductsRequest;
import io.zugabe.catalog.v1.CatalogServiceGrpc;
import io.zugabe.catalog.v1.ListMakerStatementsRequest;
import io.zugabe.catalog.v1.ListProductsRequest;
import io.zugabe.catalog.v1.ListRelationsRequest;
import io.zugabe.catalog.v1.ListTypesRequest;
import io.zugabe.catalog.v1.MakerStatement;
import io.zugabe.catalog.v1.Product;
import io.zugabe.catalog.v1.ProductType;
import io.zugabe.catalog.v1.Relation;
import io.zugabe.catalog.v1.RelationServiceGrpc;
import io.zugabe.catalog.v1.RuleServiceGrpc;
import io.zugabe.quickstart.imports.Retry;
import java.time.Duration;
import java.util.List;

/** What the catalog lists, page by page: one page is in memory at a time. */
final class CatalogPages {

    private static final int PAGE = 500;
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final Channel catalog;
    private final Retry retry;

    CatalogPages(Channel catalog) {
        this.catalog = catalog;
        this.retry = Retry.of(catalog);
    }

    /** Hears of entries one by one. */
    interface Taking<T> {

        /** Takes an entry. */
        void take(T entry) throws java.io.IOException, InterruptedException;
    }

    private record Page<T>(List<T> entries, String next) {}

    private interface Call<T> {

        Page<T> page(String token);
    }

    void products(Taking<Product> taking) throws java.io.IOException, InterruptedException {
        each(taking, token -> {
            var page = CatalogServiceGrpc.newBlockingStub(catalog)
                    .withDeadlineAfter(DEADLINE)
                    .listProducts(ListProductsRequest.newBuilder()
                            .setPageSize(PAGE)
                            .setPageToken(token)
                            .build());
            return new Page<>(page.getProductsList(), page.getNextPageToken());
        });
    }

    void relations(Taking<Relation> taking) throws java.io.IOException, InterruptedException {
        each(taking, token -> {
            var page = RelationServiceGrpc.newBlockingStub(catalog)
                    .withDeadlineAfter(DEADLINE)
                    .listRelations(ListRelationsRequest.newBuilder()
                            .setPageSize(PAGE)
                            .setPageToken(token)
                            .build());
            return new Page<>(page.getRelationsList(), page.getNextPageToken());
        });
    }

    void statements(Taking<MakerStatement> taking) throws java.io.IOException, InterruptedException {
        each(taking, token -> {
            var page = RuleServiceGrpc.newBlockingStub(catalog)
                    .withDeadlineAfter(DEADLINE)
                    .listMakerStatements(ListMakerStatementsRequest.newBuilder()
                            .setPageSize(PAGE / 10)
                            .setPageToken(token)
                            .build());
            return new Page<>(page.getStatementsList(), page.getNextPageToken());
        });
    }

    void types(Taking<ProductType> taking) throws java.io.IOException, InterruptedException {
        each(taking, token -> {
            var page = RuleServiceGrpc.newBlockingStub(catalog)
                    .withDeadlineAfter(DEADLINE)
                    .listTypes(ListTypesRequest.newBuilder()
                            .setPageSize(PAGE)
                            .setPageToken(token)
                            .build());
            return new Page<>(page.getTypesList(), page.getNextPageToken());
        });
    }

    /** Those of some products that exist; at most 1,000. */
    List<Product> products(List<String> ids) throws InterruptedException {
        return retry.call(() -> CatalogServiceGrpc.newBlockingStub(catalog)
                .withDeadlineAfter(DEADLINE)
                .batchGetProducts(BatchGetProductsRequest.newBuilder()
                        .addAllProductIds(ids)
                        .build())
                .getProductsList());
    }

    private <T> void each(Taking<T> taking, Call<T> call) throws java.io.IOException, InterruptedException {
        String token = "";
        do {
            String wanted = token;
            Page<T> page = retry.call(() -> call.page(wanted));
            for (T entry : page.entries()) {
                taking.take(entry);
            }
            token = page.next();
        } while (!token.isEmpty());
    }
}
