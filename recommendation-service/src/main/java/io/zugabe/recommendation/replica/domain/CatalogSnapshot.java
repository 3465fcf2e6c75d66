package io.zugabe.recommendation.replica.domain;

import io.zugabe.recommendation.products.domain.ProductIds;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The catalog at one moment: all that a decision reads of it. Immutable. */
public final class CatalogSnapshot {

    private final ProductIds ids;
    private final @Nullable Product[][] products;
    private final int size;
    private final Map<String, Bucket> buckets;
    private final RelationIndex relations;
    private final FitTable fit;
    private final String version;
    private final ProductRows rows;
    private final Shelves shelves;
    private final TypeGates gates;

    CatalogSnapshot(
            ProductIds ids,
            @Nullable Product[][] products,
            int size,
            Map<String, Bucket> buckets,
            RelationIndex relations,
            FitTable fit,
            String version,
            ProductRows rows,
            Shelves shelves,
            TypeGates gates) {
        this.ids = ids;
        this.products = products;
        this.size = size;
        this.buckets = buckets;
        this.relations = relations;
        this.fit = fit;
        this.version = version;
        this.rows = rows;
        this.shelves = shelves;
        this.gates = gates;
    }

    /** The product with an id, if the catalog has it. */
    public Optional<Product> find(String id) {
        return Optional.ofNullable(product(ids.find(id)));
    }

    /** The product with a number; null if the catalog does not have it (any more). */
    public @Nullable Product product(int number) {
        return ProductTable.get(products, number);
    }

    /** The products that a selector selects, best first; empty unless a relation leads to this selector. */
    public Bucket select(Selector selector) {
        return buckets.getOrDefault(selector.key(), Bucket.EMPTY);
    }

    /** What gates and value read of products, by number. */
    public ProductRows rows() {
        return rows;
    }

    /**
     * The products that a relation leads to from an anchor, by need, the best first.
     *
     * @param most products of one need
     * @param popularity by product number, 0 or more
     * @param worth by product number, what one brings if it is taken
     */
    public Shelf shelf(
            Relation relation, Product anchor, int most, IntToDoubleFunction popularity, IntToDoubleFunction worth) {
        return shelves.of(relation, anchor, most, this, popularity, worth);
    }

    /** Whether something has to fit between two products' types, whichever is the host. */
    public boolean isGated(Product one, Product other) {
        return (gates(one, other) & (TypeGates.FIRST_TAKES_SECOND | TypeGates.SECOND_TAKES_FIRST)) != 0;
    }

    /** Whether one product is a host of which the other would be a part, and not the other way round as well. */
    public boolean isHostOnly(Product host, Product part) {
        return (gates(host, part) & (TypeGates.FIRST_TAKES_SECOND | TypeGates.SECOND_TAKES_FIRST))
                == TypeGates.FIRST_TAKES_SECOND;
    }

    /** Whether a product takes parts that have to fit. */
    public boolean takesParts(Product host) {
        return (gates(host, host) & TypeGates.FIRST_TAKES_PARTS) != 0;
    }

    private int gates(Product one, Product other) {
        return gates.of(rows.type(one.number()), rows.type(other.number()), rows);
    }

    /** The products of a fit group, best first. */
    public Bucket fitGroup(long group) {
        return buckets.getOrDefault(BucketKeys.ofGroup(group), Bucket.EMPTY);
    }

    /** All products, best first. */
    public Bucket all() {
        return buckets.getOrDefault(BucketKeys.ALL, Bucket.EMPTY);
    }

    public RelationIndex relations() {
        return relations;
    }

    public FitTable fit() {
        return fit;
    }

    /** Number of products. */
    public int size() {
        return size;
    }

    /** Grows with every published change. */
    public String version() {
        return version;
    }
}
