package io.zugabe.catalog.product;

import io.smallrye.mutiny.Uni;
import io.zugabe.catalog.product.domain.OfferPatch;
import io.zugabe.catalog.product.domain.Product;
import java.util.List;
import java.util.Set;

/** Where products are kept for good. */
public interface ProductStore {

    /**
     * Writes products in one transaction, in their order. No two may have the same id.
     *
     * @return what became of them, once they are durable
     */
    Uni<WrittenBatch> write(List<ProductWrite> writes);

    /**
     * Patches the offers of products in one transaction. No two patches may be of the same product.
     *
     * @return what became of them, once they are durable
     */
    Uni<PatchedBatch> patch(List<OfferPatch> patches);

    /**
     * Deletes a product.
     *
     * @return the position of the deletion, or 0 if there was no such product
     */
    Uni<Long> delete(String id);

    /**
     * A product to write.
     *
     * @param etag what must be stored now; empty if it does not matter
     * @param equalAt position of a write that stored just this; 0 if none is known
     */
    record ProductWrite(Product product, String etag, long equalAt) {

        public ProductWrite(Product product, String etag) {
            this(product, etag, 0);
        }
    }

    /**
     * What became of a batch.
     *
     * @param position of the last write; 0 if nothing was written
     * @param results one per write, in their order
     */
    record WrittenBatch(long position, List<WriteResult> results) {}

    /**
     * What became of patches.
     *
     * @param position of the last write; 0 if nothing was written
     * @param unknown ids of which there is no product
     */
    record PatchedBatch(long position, Set<String> unknown) {}

    /** What became of a product. */
    enum WriteResult {
        CREATED,
        REPLACED,
        /** Just this is stored already: nothing was written. */
        UNCHANGED,
        /** The etag did not match: someone else wrote in between. */
        CHANGED_MEANWHILE
    }
}
