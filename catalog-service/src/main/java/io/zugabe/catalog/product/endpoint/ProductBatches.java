package io.zugabe.catalog.product.endpoint;

import com.google.rpc.Status;
import io.smallrye.mutiny.Uni;
import io.zugabe.catalog.CatalogReason;
import io.zugabe.catalog.live.CatalogFeed;
import io.zugabe.catalog.product.ProductStore.ProductWrite;
import io.zugabe.catalog.product.ProductStore.WriteResult;
import io.zugabe.catalog.product.UpsertProducts;
import io.zugabe.catalog.schema.domain.Schema;
import io.zugabe.catalog.v1.Product;
import io.zugabe.catalog.v1.UpsertProductsRequest;
import io.zugabe.catalog.v1.UpsertProductsResponse;
import io.zugabe.catalog.v1.UpsertResult;
import io.zugabe.kit.error.FailureTranslator;
import io.zugabe.kit.error.GrpcErrors;
import io.zugabe.kit.error.Violations;
import io.zugabe.kit.error.ZugabeException;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Batches of products in which a bad one does not disturb the others. */
@Singleton
public final class ProductBatches {

    private static final int LARGEST = 500;

    private final UpsertProducts upsertProducts;
    private final ProductReader reader;
    private final CatalogFeed feed;
    private final GrpcErrors errors;

    ProductBatches(UpsertProducts upsertProducts, ProductReader reader, CatalogFeed feed, FailureTranslator failures) {
        this.upsertProducts = upsertProducts;
        this.reader = reader;
        this.feed = feed;
        this.errors = failures.errors();
    }

    /** Stores a batch; answers for each product. */
    public Uni<UpsertProductsResponse> upsert(UpsertProductsRequest request) {
        Violations violations = Violations.ofRequest();
        violations.checkSize("products", request.getProductsList(), 1, LARGEST);
        boolean keepUnreadable = keepUnreadable(request, violations);
        violations.throwIfAny();
        Schema schema = feed.loadedCatalog().schema();
        List<Item> items = request.getProductsList().stream()
                .map(message -> read(message, schema, keepUnreadable))
                .toList();
        List<ProductWrite> writes = items.stream()
                .filter(Accepted.class::isInstance)
                .map(item -> ((Accepted) item).write())
                .toList();
        return upsertProducts.upsert(writes).map(results -> answer(request, items, results));
    }

    private static boolean keepUnreadable(UpsertProductsRequest request, Violations violations) {
        return switch (request.getUnreadableValues()) {
            case UNREADABLE_VALUES_UNSPECIFIED, UNREADABLE_VALUES_REJECT -> false;
            case UNREADABLE_VALUES_KEEP_AS_TEXT -> true;
            case UNRECOGNIZED -> {
                violations.add(
                        "unreadable_values",
                        "\"" + request.getUnreadableValuesValue() + "\" is no way to deal with unreadable values");
                yield false;
            }
        };
    }

    private Item read(Product message, Schema schema, boolean keepUnreadable) {
        Violations violations = Violations.ofRequest();
        return reader.read(message, schema, keepUnreadable, violations)
                .<Item>map(product -> new Accepted(new ProductWrite(product, message.getEtag())))
                .orElseGet(() -> new Refused(errors.toStatus(ZugabeException.invalid(violations.found()))));
    }

    private UpsertProductsResponse answer(UpsertProductsRequest request, List<Item> items, List<WriteResult> written) {
        Iterator<WriteResult> results = written.iterator();
        List<UpsertResult> answers = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            UpsertResult.Builder answer = UpsertResult.newBuilder()
                    .setProductId(request.getProducts(i).getProductId());
            switch (items.get(i)) {
                case Refused(Status why) -> answer.setStatus(why);
                case Accepted(ProductWrite write) -> {
                    WriteResult result = results.next();
                    answer.setStatus(status(result, write))
                            .setCreated(result == WriteResult.CREATED)
                            .setUnchanged(result == WriteResult.UNCHANGED);
                }
            }
            answers.add(answer.build());
        }
        return UpsertProductsResponse.newBuilder().addAllResults(answers).build();
    }

    private Status status(WriteResult result, ProductWrite write) {
        return switch (result) {
            case CREATED, REPLACED, UNCHANGED -> Status.getDefaultInstance();
            case CHANGED_MEANWHILE ->
                errors.toStatus(ZugabeException.of(
                        CatalogReason.ETAG_MISMATCH,
                        "product \"" + write.product().id() + "\" is not as etag \"" + write.etag()
                                + "\" says; read it again",
                        Map.of("product_id", write.product().id())));
        };
    }

    private sealed interface Item {}

    private record Accepted(ProductWrite write) implements Item {}

    private record Refused(Status why) implements Item {}
}
