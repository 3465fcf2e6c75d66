package io.zugabe.catalog.live.domain;

import io.zugabe.catalog.fit.domain.FitGroup;
import io.zugabe.catalog.product.domain.Product;
import io.zugabe.catalog.schema.domain.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product in memory with what the catalog derived about it.
 *
 * @param position of its last write
 * @param group null if neither rules nor statements are about it
 * @param typePath its type followed by the types above it
 * @param consumable after the type's default was applied
 * @param ordinal its number in the fit index, among products that exist at the same time
 */
public record CatalogEntry(
        Product product,
        long position,
        Instant updateTime,
        @Nullable FitGroup group,
        List<String> typePath,
        boolean consumable,
        int ordinal) {

    static CatalogEntry of(
            Product product, long position, Instant time, @Nullable FitGroup group, Schema schema, int ordinal) {
        Boolean consumable = product.consumable();
        return new CatalogEntry(
                product,
                position,
                time,
                group,
                schema.path(product.type()),
                consumable == null ? schema.consumable(product.type()) : consumable,
                ordinal);
    }

    /** Changes with every write. */
    public String etag() {
        return etag(position);
    }

    /** The etag of a product that was last written at a position. */
    public static String etag(long position) {
        return Long.toString(position, Character.MAX_RADIX);
    }

    CatalogEntry withGroup(@Nullable FitGroup changed) {
        return new CatalogEntry(product, position, updateTime, changed, typePath, consumable, ordinal);
    }

    /** Whether a follower that knows the other one knows all of this. */
    boolean looksLike(CatalogEntry other) {
        return groupId() == other.groupId()
                && consumable == other.consumable
                && typePath.equals(other.typePath)
                && product.attributes().equals(other.product.attributes())
                && product.flags().equals(other.product.flags());
    }

    private long groupId() {
        return group == null ? 0 : group.id();
    }
}
