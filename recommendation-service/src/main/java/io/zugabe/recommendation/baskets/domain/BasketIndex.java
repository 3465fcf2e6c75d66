package io.zugabe.recommendation.baskets.domain;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntIterator;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which products were bought in which basket, both ways, and which products have to be counted anew.
 * One thread at a time.
 */
public final class BasketIndex {

    private static final int[] NOTHING = new int[0];
    private static final int FIRST_CAPACITY = 1_024;

    /** By basket: product numbers, ascending; negative if the product was sent back completely. */
    private int[] @Nullable [] lines = new int[FIRST_CAPACITY][];

    /** By product: its baskets. */
    private @Nullable IntOpenHashSet[] baskets = new IntOpenHashSet[FIRST_CAPACITY];

    private int[] returned = new int[FIRST_CAPACITY];
    private int filled;
    private int largestProduct;
    private final OrderHistories histories = new OrderHistories();
    private final IntOpenHashSet dirty = new IntOpenHashSet();
    private final IntOpenHashSet followed = new IntOpenHashSet();

    /**
     * Replaces the content of a basket.
     *
     * @param basket 0 or more
     * @param content product numbers, each at most once; negative if it was sent back completely
     */
    public void put(int basket, int[] content) {
        put(basket, content, OrderHistories.NOBODY, 0);
    }

    /**
     * Replaces the content of a basket.
     *
     * @param basket 0 or more
     * @param content product numbers, each at most once; negative if it was sent back completely
     * @param owner the key of who bought it; 0 if nobody is known
     * @param minute when, in minutes since 1970
     */
    public void put(int basket, int[] content, long owner, int minute) {
        int[] sorted = content.clone();
        Arrays.sort(sorted);
        int[] before = of(basket);
        boolean moved = histories.owner(basket) != owner || histories.minute(basket) != minute;
        if (!moved && Arrays.equals(before, sorted)) {
            return;
        }
        noteFollowed(basket);
        replace(basket, before, sorted);
        if (moved) {
            histories.put(basket, sorted.length == 0 ? OrderHistories.NOBODY : owner, minute);
        }
        noteFollowed(basket);
    }

    /** What the same customer bought in other baskets has to be counted anew: this one may come later than those. */
    private void noteFollowed(int basket) {
        int[] history = historyOf(basket);
        if (history.length > OrderHistories.MOST + 1) {
            return;
        }
        for (int other : history) {
            for (int line : of(other)) {
                followed.add(Math.abs(line));
            }
        }
    }

    private void replace(int basket, int[] before, int[] sorted) {
        for (int line : before) {
            int product = Math.abs(line);
            Objects.requireNonNull(baskets[product]).remove(basket);
            returned[product] -= line < 0 ? 1 : 0;
            dirty.add(product);
        }
        for (int line : sorted) {
            int product = Math.abs(line);
            basketsForWriting(product).add(basket);
            returned[product] += line < 0 ? 1 : 0;
            dirty.add(product);
        }
        filled += (sorted.length > 0 ? 1 : 0) - (before.length > 0 ? 1 : 0);
        if (basket >= lines.length) {
            lines = Arrays.copyOf(lines, Math.max(basket + 1, lines.length * 2));
        }
        lines[basket] = sorted;
    }

    /** Forgets every basket. */
    void clear() {
        lines = new int[FIRST_CAPACITY][];
        baskets = new IntOpenHashSet[FIRST_CAPACITY];
        returned = new int[FIRST_CAPACITY];
        histories.clear();
        followed.clear();
        filled = 0;
        largestProduct = 0;
        dirty.clear();
    }

    /** Number of baskets with anything in them. */
    public int size() {
        return filled;
    }

    /** The largest product number seen. */
    public int largestProduct() {
        return largestProduct;
    }

    public int basketsOf(int product) {
        IntSet found = product < baskets.length ? baskets[product] : null;
        return found == null ? 0 : found.size();
    }

    public int returnedOf(int product) {
        return product < returned.length ? returned[product] : 0;
    }

    /** Takes up to a number of products whose neighbours have to be counted anew. */
    public int[] takeDirty(int most) {
        return take(dirty, most);
    }

    /** Takes up to a number of products of whose customers later purchases have to be counted anew. */
    int[] takeFollowed(int most) {
        return take(followed, most);
    }

    private static int[] take(IntOpenHashSet from, int most) {
        IntArrayList taken = new IntArrayList();
        for (IntIterator products = from.iterator(); taken.size() < most && products.hasNext(); ) {
            taken.add(products.nextInt());
            products.remove();
        }
        return taken.toIntArray();
    }

    public boolean isDirty() {
        return !dirty.isEmpty();
    }

    /** The baskets of whoever bought this one, oldest first; none if nobody is known. */
    int[] historyOf(int basket) {
        long owner = histories.owner(basket);
        return owner == OrderHistories.NOBODY ? NOTHING : histories.of(owner);
    }

    int minute(int basket) {
        return histories.minute(basket);
    }

    /** Number of customers. */
    int customers() {
        return histories.size();
    }

    IntSet basketsWith(int product) {
        IntSet found = product < baskets.length ? baskets[product] : null;
        return found == null ? new IntOpenHashSet(0) : found;
    }

    int[] of(int basket) {
        int[] found = basket < lines.length ? lines[basket] : null;
        return found == null ? NOTHING : found;
    }

    private IntOpenHashSet basketsForWriting(int product) {
        if (product >= baskets.length) {
            int capacity = Math.max(product + 1, baskets.length * 2);
            baskets = Arrays.copyOf(baskets, capacity);
            returned = Arrays.copyOf(returned, capacity);
        }
        largestProduct = Math.max(largestProduct, product);
        IntOpenHashSet found = baskets[product];
        if (found == null) {
            found = new IntOpenHashSet();
            baskets[product] = found;
        }
        return found;
    }
}
