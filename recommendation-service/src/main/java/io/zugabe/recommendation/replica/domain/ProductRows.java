package io.zugabe.recommendation.replica.domain;

import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the gates and the value of an offer read of a product, in {@value #WIDTH} longs each, by number: price, margin,
 * type and variant group, flags. A decision looks at hundreds of products; as objects each would cost several trips to
 * memory, one after the other. Says the same as {@link Product}, which tests hold.
 *
 * <p>One writer; a frozen view is left alone by later writes, which copy only the parts that they touch.
 */
public final class ProductRows {

    /** Margin of a product whose cost is not known. */
    public static final long UNKNOWN = Long.MIN_VALUE;

    static final int WIDTH = 4;
    private static final int PART = 512;
    private static final long[] NO_PART = new long[PART * WIDTH];
    private static final int PRICE = 0;
    private static final int MARGIN = 1;
    private static final int NAMES = 2;
    private static final int FLAGS = 3;
    private static final long KNOWN = 1;
    private static final long IN_STOCK = 2;
    private static final long SERVICE = 4;
    private static final long CONSUMABLE = 8;
    private static final long RESTRICTED = 16;

    private final Names names;
    private final BitSet mine = new BitSet();
    private long[][] parts;
    private boolean frozen;

    ProductRows() {
        this(new Names(), new long[0][]);
    }

    private ProductRows(Names names, long[][] parts) {
        this.names = names;
        this.parts = parts;
    }

    /** Price in micros; 0 if not known in the shop's currency. */
    public long price(int number) {
        return part(number)[at(number) + PRICE];
    }

    /** Price less cost in micros, or {@link #UNKNOWN}. */
    public long margin(int number) {
        return part(number)[at(number) + MARGIN];
    }

    /** The number of its type: equal for products with the same path of types. */
    public int type(int number) {
        return (int) (part(number)[at(number) + NAMES] >>> Integer.SIZE);
    }

    /** The number of its variant group; 0 if it has none. */
    public int variantGroup(int number) {
        return (int) part(number)[at(number) + NAMES];
    }

    /** Whether the catalog has it and it is in stock. */
    public boolean inStock(int number) {
        return (part(number)[at(number) + FLAGS] & IN_STOCK) != 0;
    }

    public boolean isService(int number) {
        return (part(number)[at(number) + FLAGS] & SERVICE) != 0;
    }

    public boolean isConsumable(int number) {
        return (part(number)[at(number) + FLAGS] & CONSUMABLE) != 0;
    }

    /** Whether it may be sold only to people of an age or in some regions. */
    public boolean isRestricted(int number) {
        return (part(number)[at(number) + FLAGS] & RESTRICTED) != 0;
    }

    /** The number of a variant group; 0 for none, -1 for one that no product is in. */
    public int variantGroup(String group) {
        return group.isEmpty() ? 0 : names.variantGroups.getOrDefault(group, -1);
    }

    /** The type with a number. */
    public TypePath typePath(int type) {
        return names.paths[type];
    }

    /** Types are numbered from 0 up to this one, excluding. */
    public int types() {
        return names.size;
    }

    void put(int number, @Nullable Product product) {
        long[] part = writable(number / PART);
        int at = at(number);
        if (product == null) {
            Arrays.fill(part, at, at + WIDTH, 0);
            return;
        }
        long price = product.price().micros();
        part[at + PRICE] = price;
        part[at + MARGIN] = product.cost().map(cost -> price - cost.micros()).orElse(UNKNOWN);
        part[at + NAMES] = (long) names.typeOf(product.type()) << Integer.SIZE
                | Integer.toUnsignedLong(names.variantGroupOf(product.variantGroup()));
        part[at + FLAGS] = KNOWN
                | (product.inStock() ? IN_STOCK : 0)
                | (product.type().isService() ? SERVICE : 0)
                | (product.consumable() ? CONSUMABLE : 0)
                | (product.isRestricted() ? RESTRICTED : 0);
    }

    /** The rows as they are now. */
    ProductRows freeze() {
        frozen = true;
        mine.clear();
        return new ProductRows(names, parts);
    }

    private long[] part(int number) {
        int part = number / PART;
        return part < parts.length ? parts[part] : NO_PART;
    }

    private static int at(int number) {
        return number % PART * WIDTH;
    }

    private long[] writable(int part) {
        if (frozen || part >= parts.length) {
            int before = parts.length;
            parts = Arrays.copyOf(parts, Math.max(before, part + 1));
            Arrays.fill(parts, before, parts.length, NO_PART);
            frozen = false;
        }
        if (!mine.get(part)) {
            parts[part] = parts[part].clone();
            mine.set(part);
        }
        return parts[part];
    }

    /** Numbers for types and variant groups; they only grow, so all views share them. */
    private static final class Names {

        private final ConcurrentHashMap<String, Integer> variantGroups = new ConcurrentHashMap<>();
        private final ConcurrentHashMap<TypePath, Integer> types = new ConcurrentHashMap<>();
        private volatile TypePath[] paths = new TypePath[0];
        private volatile int size;

        int typeOf(TypePath path) {
            Integer known = types.get(path);
            if (known != null) {
                return known;
            }
            TypePath[] grown = Arrays.copyOf(paths, size + 1);
            grown[size] = path;
            paths = grown;
            types.put(path, size);
            size = grown.length;
            return grown.length - 1;
        }

        int variantGroupOf(String group) {
            if (group.isEmpty()) {
                return 0;
            }
            Integer known = variantGroups.putIfAbsent(group, variantGroups.size() + 1);
            return known != null ? known : variantGroups.size();
        }
    }
}
