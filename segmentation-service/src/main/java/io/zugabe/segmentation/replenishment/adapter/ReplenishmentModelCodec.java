package io.zugabe.segmentation.replenishment.adapter;

import com.google.protobuf.InvalidProtocolBufferException;
import io.zugabe.segmentation.replenishment.adapter.state.RepeatedProductState;
import io.zugabe.segmentation.replenishment.adapter.state.ReplenishmentModelState;
import io.zugabe.segmentation.replenishment.domain.PoissonGamma;
import io.zugabe.segmentation.replenishment.domain.ProductRepeats;
import io.zugabe.segmentation.replenishment.domain.RepeatShare;
import io.zugabe.segmentation.replenishment.domain.ReplenishmentModel;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Models of replenishment as bytes. */
public final class ReplenishmentModelCodec {

    private ReplenishmentModelCodec() {}

    /** The bytes of a model; equal ones for equal models. */
    public static byte[] encode(ReplenishmentModel model) {
        ReplenishmentModelState.Builder state =
                ReplenishmentModelState.newBuilder().setPackElasticity(model.packElasticity());
        new TreeMap<>(model.products())
                .forEach((product, repeats) -> state.addProducts(RepeatedProductState.newBuilder()
                        .setProduct(product)
                        .setBuyers(repeats.share().buyers())
                        .setRepeatBuyers(repeats.share().repeatBuyers())
                        .setMu(repeats.mu())
                        .setWithin(repeats.within())
                        .setBetween(repeats.between())
                        .setAlpha(repeats.rates().alpha())
                        .setBeta(repeats.rates().beta())
                        .setUsualUnits(repeats.usualUnits())));
        return state.build().toByteArray();
    }

    /** The model of its bytes. */
    public static ReplenishmentModel decode(byte[] bytes) {
        try {
            ReplenishmentModelState state = ReplenishmentModelState.parseFrom(bytes);
            Map<String, ProductRepeats> products = new HashMap<>();
            state.getProductsList().forEach(product -> products.put(product.getProduct(), decode(product)));
            return new ReplenishmentModel(products, state.getPackElasticity());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("no model of replenishment", e);
        }
    }

    private static ProductRepeats decode(RepeatedProductState product) {
        return new ProductRepeats(
                new RepeatShare(product.getBuyers(), product.getRepeatBuyers()),
                product.getMu(),
                product.getWithin(),
                product.getBetween(),
                new PoissonGamma(product.getAlpha(), product.getBeta()),
                product.getUsualUnits());
    }
}
