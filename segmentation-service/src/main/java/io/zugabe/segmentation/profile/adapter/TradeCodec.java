package io.zugabe.segmentation.profile.adapter;

import io.zugabe.segmentation.profile.adapter.state.TradeState;
import io.zugabe.segmentation.profile.domain.Trade;
import java.util.TreeSet;

/** Trade in stored profiles. */
final class TradeCodec {

    private TradeCodec() {}

    static TradeState encode(Trade trade) {
        TradeState.Builder state = TradeState.newBuilder()
                .setOrders(trade.orders())
                .setUnits(trade.units())
                .setReturnedUnits(trade.returnedUnits())
                .setReturns(trade.returns())
                .setGrossSales(trade.grossSales())
                .setDiscounts(trade.discounts())
                .setReturnedSales(trade.returnedSales())
                .setCost(trade.cost())
                .setCostedSales(trade.costedSales())
                .setDiscountedSales(trade.discountedSales())
                .addAllCategories(trade.categories());
        Moments.encode(trade.firstOrder(), state::setFirstOrder);
        Moments.encode(trade.lastOrder(), state::setLastOrder);
        return state.build();
    }

    static Trade decode(TradeState state) {
        return new Trade(
                state.getOrders(),
                state.getUnits(),
                state.getReturnedUnits(),
                state.getReturns(),
                state.getGrossSales(),
                state.getDiscounts(),
                state.getReturnedSales(),
                state.getCost(),
                state.getCostedSales(),
                state.getDiscountedSales(),
                Moments.decode(state.hasFirstOrder(), state.getFirstOrder()),
                Moments.decode(state.hasLastOrder(), state.getLastOrder()),
                new TreeSet<>(state.getCategoriesList()));
    }
}
