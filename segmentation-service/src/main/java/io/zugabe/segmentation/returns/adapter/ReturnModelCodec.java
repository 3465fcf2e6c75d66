package io.zugabe.segmentation.returns.adapter;

import com.google.protobuf.InvalidProtocolBufferException;
import io.zugabe.segmentation.returns.adapter.state.ReturnModelState;
import io.zugabe.segmentation.returns.adapter.state.ReturnedProductState;
import io.zugabe.segmentation.returns.domain.LineBands;
import io.zugabe.segmentation.returns.domain.PlattScaling;
import io.zugabe.segmentation.returns.domain.ProductReturns;
import io.zugabe.segmentation.returns.domain.ReturnModel;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Models of returns as bytes. */
public final class ReturnModelCodec {

    private ReturnModelCodec() {}

    /** The bytes of a model; equal ones for equal models. */
    public static byte[] encode(ReturnModel model) {
        ReturnModelState.Builder state = ReturnModelState.newBuilder()
                .setIntercept(model.intercept())
                .putAllCategories(new TreeMap<>(model.categories()))
                .addAllPriceCuts(model.bands().priceCuts())
                .addAllQuantities(model.quantities())
                .addAllPrices(model.prices())
                .setCustomerVariance(model.customerVariance())
                .setFaultWeight(model.faultWeight())
                .setSlope(model.calibration().slope())
                .setShift(model.calibration().intercept());
        new TreeMap<>(model.products())
                .forEach((product, returns) -> state.addProducts(ReturnedProductState.newBuilder()
                        .setProduct(product)
                        .setCategory(returns.category())
                        .setLines(returns.lines())
                        .setReturned(returns.returned())
                        .setEffect(returns.effect())
                        .setDeviation(returns.deviation())));
        return state.build().toByteArray();
    }

    /** The model of its bytes. */
    public static ReturnModel decode(byte[] bytes) {
        try {
            ReturnModelState state = ReturnModelState.parseFrom(bytes);
            Map<String, ProductReturns> products = new HashMap<>();
            state.getProductsList()
                    .forEach(product -> products.put(
                            product.getProduct(),
                            new ProductReturns(
                                    product.getCategory(),
                                    product.getLines(),
                                    product.getReturned(),
                                    product.getEffect(),
                                    product.getDeviation())));
            return new ReturnModel(
                    state.getIntercept(),
                    products,
                    state.getCategoriesMap(),
                    new LineBands(state.getPriceCutsList()),
                    state.getQuantitiesList(),
                    state.getPricesList(),
                    state.getCustomerVariance(),
                    state.getFaultWeight(),
                    new PlattScaling(state.getSlope(), state.getShift()));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("no model of returns", e);
        }
    }
}
