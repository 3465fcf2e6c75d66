package io.zugabe.bench.shop;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;

/** What every shopper bought and kept, as a shop knows it. */
final class Shoppings {

    private static final IntSet NOTHING = new IntOpenHashSet();

    private final Int2ObjectOpenHashMap<IntSet> owned = new Int2ObjectOpenHashMap<>();

    void note(Happening happening) {
        IntSet products = owned.computeIfAbsent(happening.shopper(), _ -> new IntOpenHashSet());
        for (int product : happening.products()) {
            if (happening.what() == Happening.What.BOUGHT) {
                products.add(product);
            } else if (happening.what() == Happening.What.RETURNED) {
                products.remove(product);
            }
        }
    }

    IntSet of(int shopper) {
        return owned.getOrDefault(shopper, NOTHING);
    }

    /** Whether a product is looked at, in the cart, bought already, or could replace one that is looked at. */
    boolean isOutOfPlace(int product, Ask ask, Shelf shelf) {
        return !shelf.tag(product).consumable() && of(ask.shopper).contains(product)
                || stands(product, ask.anchors, shelf)
                || stands(product, ask.cart, shelf);
    }

    private static boolean stands(int product, int[] around, Shelf shelf) {
        for (int other : around) {
            if (other == product
                    || shelf.tag(other).type().equals(shelf.tag(product).type())) {
                return true;
            }
        }
        return false;
    }
}
