package io.zugabe.segmentation.profile.adapter;

import io.zugabe.segmentation.profile.adapter.state.CategoryState;
import io.zugabe.segmentation.profile.adapter.state.OrderState;
import io.zugabe.segmentation.profile.adapter.state.OrdersState;
import io.zugabe.segmentation.profile.adapter.state.ProductState;
import io.zugabe.segmentation.profile.domain.CategorySum;
import io.zugabe.segmentation.profile.domain.Dated;
import io.zugabe.segmentation.profile.domain.LatestEntries;
import io.zugabe.segmentation.profile.domain.Order;
import io.zugabe.segmentation.profile.domain.Orders;
import io.zugabe.segmentation.profile.domain.Product;
import io.zugabe.segmentation.profile.domain.ProductOrder;
import io.zugabe.segmentation.profile.domain.Stamp;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Orders, products and categories in stored profiles. */
final class PurchaseCodec {

    private PurchaseCodec() {}

    static OrdersState encode(Orders orders) {
        OrdersState.Builder state = OrdersState.newBuilder();
        Moments.encode(orders.first(), state::setFirst);
        Moments.encode(orders.last(), state::setLast);
        orders.latest().entries().forEach((id, order) -> state.addLatest(encode(order)));
        return state.build();
    }

    private static OrderState encode(Dated<Order> dated) {
        Order order = dated.value();
        return OrderState.newBuilder()
                .setEventId(dated.stamp().eventId())
                .setTime(Moments.encode(dated.stamp().time()))
                .setPaid(order.paid())
                .setDiscount(order.discount())
                .setCost(order.cost())
                .setCostedSales(order.costedSales())
                .setCategories(order.categories())
                .build();
    }

    static Orders decode(OrdersState state, int most) {
        SortedMap<String, Dated<Order>> latest = new TreeMap<>();
        for (OrderState order : state.getLatestList()) {
            latest.put(order.getEventId(), decode(order));
        }
        return new Orders(
                Moments.decode(state.hasFirst(), state.getFirst()),
                Moments.decode(state.hasLast(), state.getLast()),
                new LatestEntries<>(most, latest));
    }

    private static Dated<Order> decode(OrderState state) {
        Order order = new Order(
                state.getPaid(), state.getDiscount(), state.getCost(), state.getCostedSales(), state.getCategories());
        return new Dated<>(new Stamp(Moments.decode(state.getTime()), state.getEventId()), order);
    }

    static ProductState encode(String id, Product product) {
        ProductState.Builder state = ProductState.newBuilder()
                .setProductId(id)
                .setBought(product.bought())
                .setReturned(product.returned())
                .setOrders(product.orders())
                .setLastUnits(product.lastUnits())
                .setFaulty(product.faulty())
                .setCancelled(product.cancelled());
        Moments.encode(product.firstPurchase(), state::setFirstPurchase);
        Moments.encode(product.lastPurchase(), state::setLastPurchase);
        return state.build();
    }

    static SortedMap<String, Product> products(List<ProductState> states) {
        SortedMap<String, Product> products = new TreeMap<>(ProductOrder.BY_HASH);
        for (ProductState state : states) {
            Product product = new Product(
                    state.getBought(),
                    state.getReturned(),
                    state.getOrders(),
                    Moments.decode(state.hasFirstPurchase(), state.getFirstPurchase()),
                    Moments.decode(state.hasLastPurchase(), state.getLastPurchase()),
                    state.getLastUnits(),
                    state.getFaulty(),
                    state.getCancelled());
            products.put(state.getProductId(), product);
        }
        return products;
    }

    static CategoryState encode(String category, CategorySum sum) {
        return CategoryState.newBuilder()
                .setCategory(category)
                .setOrders(sum.orders())
                .setUnits(sum.units())
                .setPaid(sum.paid())
                .setReturned(sum.returned())
                .build();
    }

    static SortedMap<String, CategorySum> categories(List<CategoryState> states) {
        SortedMap<String, CategorySum> categories = new TreeMap<>();
        for (CategoryState state : states) {
            categories.put(
                    state.getCategory(),
                    new CategorySum(state.getOrders(), state.getUnits(), state.getPaid(), state.getReturned()));
        }
        return categories;
    }
}
