package io.zugabe.quickstart.demoshop;

import io.zugabe.quickstart.demoshop.ShopEvent.Item;

/**
 * A product in a cart.
 *
 * @param product what
 * @param quantity how many
 * @param misfit bought by mistake: it does not fit what it was bought for
 */
record Line(DemoProduct product, int quantity, boolean misfit) {

    /** The line as it is reported, with this share of the price taken off. */
    Item item(double discount) {
        long off = Math.round(product.price() * discount);
        return new Item(product.id(), quantity, product.price(), product.cost(), off, product.category());
    }
}
