package io.zugabe.recommendation.replica.domain;

import io.zugabe.recommendation.products.domain.ProductIds;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;

/**
 * Applies the catalog's changes and publishes {@link CatalogSnapshot}s. One writer. Publishing costs
 * what has changed since the last time, not what the catalog holds.
 */
public final class CatalogBuilder {

    private final ProductIds ids;
    /** Shelves of so many products may stay a second longer: making them anew costs as much as there are. */
    private static final int PRODUCTS_PER_SECOND_OF_REST = 25_000;

    private final ProductTable products = new ProductTable();
    private final ProductRows rows = new ProductRows();
    private final BucketKeys keys = new BucketKeys();
    private final Map<String, BucketWriter> buckets = new HashMap<>();
    private final Set<String> changedBuckets = new HashSet<>();
    private final Map<String, Relation> relations = new LinkedHashMap<>();
    private final LongSet blocked = new LongOpenHashSet();
    private BlockedPairs publishedBlocked = BlockedPairs.NONE;
    private boolean blockedChanged;
    private Map<String, Bucket> publishedBuckets = Map.of();
    private RelationIndex publishedRelations = RelationIndex.EMPTY;
    private boolean relationsChanged;
    private FitTableBuilder fit = new FitTableBuilder("");
    private Shelves shelves = new Shelves();
    private FitTable shelvedFit = FitTable.EMPTY;
    private TypeGates gates = new TypeGates(FitTable.EMPTY);
    private boolean shelvesStale;
    private long shelvesRestUntil = Long.MIN_VALUE;

    public CatalogBuilder(ProductIds ids) {
        this.ids = ids;
    }

    public void put(Product product) {
        Product before = products.get(product.number());
        Set<String> keysBefore = before == null ? Set.of() : keys.of(before);
        Set<String> keysNow = keys.of(product);
        products.put(product.number(), product);
        rows.put(product.number(), product);
        keysBefore.stream().filter(key -> !keysNow.contains(key)).forEach(key -> leave(key, product.number()));
        keysNow.stream().filter(key -> !keysBefore.contains(key)).forEach(key -> join(key, product.number()));
        if (before != null && before.shrunkRating() != product.shrunkRating()) {
            keysNow.forEach(this::touch);
        }
    }

    public void removeProduct(String id) {
        Product before = products.get(ids.find(id));
        if (before != null) {
            keys.of(before).forEach(key -> leave(key, before.number()));
            products.put(before.number(), null);
            rows.put(before.number(), null);
        }
    }

    public void put(Relation relation) {
        relationsChanged = true;
        relations.put(relation.id(), relation);
        if (keys.want(relation.complement())) {
            fill(relation.complement());
        }
    }

    public void removeRelation(String id) {
        relationsChanged |= relations.remove(id) != null;
    }

    /** Notes whether a dispute blocks two products; a new fit table leaves that as it is. */
    public void block(String oneId, String otherId, boolean block) {
        long pair = BlockedPairs.pair(ids.numberOf(oneId), ids.numberOf(otherId));
        blockedChanged |= block ? blocked.add(pair) : blocked.remove(pair);
    }

    /** The fit table that changes go to. */
    public FitTableBuilder fit() {
        return fit;
    }

    /** Replaces all rules, groups and rows. */
    public void replaceFit(FitTableBuilder replacement) {
        fit = replacement;
    }

    /** Says that the scores may have changed, so that the next snapshots rank anew. */
    public void rankAnew() {
        changedBuckets.addAll(buckets.keySet());
        buckets.values().forEach(BucketWriter::touch);
    }

    /** Whether a bucket that could not be ranked with an earlier snapshot would be now, or shelves are due. */
    public boolean isRankingDue(long second) {
        return shelvesStale && second >= shelvesRestUntil
                || changedBuckets.stream()
                        .map(buckets::get)
                        .anyMatch(bucket -> bucket != null && bucket.isRankingDue(second));
    }

    /**
     * The catalog as it is now.
     *
     * @param second the time in whole seconds; large buckets are ranked anew only after a while
     * @param popularity by product number, 0 or more
     */
    public CatalogSnapshot publish(String version, long second, IntToDoubleFunction popularity) {
        FitTable table = fit.freeze();
        boolean otherShelves = relationsChanged || blockedChanged || table != shelvedFit;
        shelvesStale |= !changedBuckets.isEmpty();
        if (!changedBuckets.isEmpty()) {
            publishBuckets(second, popularity);
        }
        if (relationsChanged) {
            publishedRelations = RelationIndex.of(relations.values());
            relationsChanged = false;
        }
        if (blockedChanged) {
            publishedBlocked = BlockedPairs.of(blocked);
            blockedChanged = false;
        }
        if (otherShelves || shelvesStale && second >= shelvesRestUntil) {
            shelves = new Shelves();
            shelvedFit = table;
            shelvesStale = false;
            shelvesRestUntil = second + products.size() / PRODUCTS_PER_SECOND_OF_REST;
        }
        if (!gates.isOf(table)) {
            gates = new TypeGates(table);
        }
        return new CatalogSnapshot(
                ids,
                products.freeze(),
                products.size(),
                publishedBuckets,
                publishedRelations,
                table.blocking(publishedBlocked),
                version,
                rows.freeze(),
                shelves,
                gates);
    }

    private void publishBuckets(long second, IntToDoubleFunction popularity) {
        Map<String, Bucket> published = new HashMap<>(publishedBuckets);
        IntToDoubleFunction score = number -> score(number, popularity);
        changedBuckets.removeIf(key -> {
            BucketWriter bucket = buckets.get(key);
            if (bucket == null || bucket.isEmpty()) {
                buckets.remove(key);
                published.remove(key);
                return true;
            }
            published.put(key, bucket.publish(second, score));
            return bucket.isRanked();
        });
        publishedBuckets = published;
    }

    private double score(int number, IntToDoubleFunction popularity) {
        Product product = products.get(number);
        return product == null ? 0 : product.appeal(popularity.applyAsDouble(number));
    }

    private void fill(Selector selector) {
        String key = selector.key();
        for (int number = 1; number <= ids.largest(); number++) {
            Product product = products.get(number);
            if (product != null && selector.matches(product)) {
                join(key, number);
            }
        }
    }

    private void join(String key, int number) {
        buckets.computeIfAbsent(key, ignored -> new BucketWriter()).add(number);
        changedBuckets.add(key);
    }

    private void leave(String key, int number) {
        BucketWriter bucket = buckets.get(key);
        if (bucket != null) {
            bucket.remove(number);
            changedBuckets.add(key);
        }
    }

    private void touch(String key) {
        BucketWriter bucket = buckets.get(key);
        if (bucket != null) {
            bucket.touch();
            changedBuckets.add(key);
        }
    }
}
