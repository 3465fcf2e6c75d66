package io.zugabe.segmentation.value.adapter;

import com.google.protobuf.InvalidProtocolBufferException;
import io.zugabe.segmentation.value.adapter.state.LifetimeState;
import io.zugabe.segmentation.value.adapter.state.ValueModelState;
import io.zugabe.segmentation.value.domain.BgNbd;
import io.zugabe.segmentation.value.domain.CategoryBudgets;
import io.zugabe.segmentation.value.domain.GammaGamma;
import io.zugabe.segmentation.value.domain.LifetimeModel;
import io.zugabe.segmentation.value.domain.MarginRate;
import io.zugabe.segmentation.value.domain.OrderValues;
import io.zugabe.segmentation.value.domain.ValueForecast;
import io.zugabe.segmentation.value.domain.ValueModel;
import java.util.TreeMap;

/** Models of customer value as bytes. */
public final class ValueModelCodec {

    private ValueModelCodec() {}

    /** The bytes of a model; equal ones for equal models. */
    public static byte[] encode(ValueModel model) {
        ValueModelState.Builder state = ValueModelState.newBuilder()
                .setLifetime(encode(model.lifetime()))
                .setMarginRate(model.margin().rate())
                .setMarginWeight(model.margin().weight())
                .addAllOrderValuePercentiles(model.orderValues().percentiles())
                .setOrderValueWeight(model.orderValues().weight())
                .putAllYearlyByCategory(new TreeMap<>(model.categories().yearly()));
        model.forecast().parameters().forEach(draw -> state.addDraws(encode(draw)));
        return state.build().toByteArray();
    }

    /** The model of its bytes. */
    public static ValueModel decode(byte[] bytes) {
        try {
            ValueModelState state = ValueModelState.parseFrom(bytes);
            return new ValueModel(
                    decode(state.getLifetime()),
                    new ValueForecast(state.getDrawsList().stream()
                            .map(ValueModelCodec::decode)
                            .toList()),
                    new MarginRate(state.getMarginRate(), state.getMarginWeight()),
                    new OrderValues(state.getOrderValuePercentilesList(), state.getOrderValueWeight()),
                    new CategoryBudgets(state.getYearlyByCategoryMap()));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("no model of customer value", e);
        }
    }

    private static LifetimeState encode(LifetimeModel model) {
        return LifetimeState.newBuilder()
                .setR(model.purchases().r())
                .setAlpha(model.purchases().alpha())
                .setA(model.purchases().a())
                .setB(model.purchases().b())
                .setP(model.spend().p())
                .setQ(model.spend().q())
                .setV(model.spend().v())
                .build();
    }

    private static LifetimeModel decode(LifetimeState state) {
        return new LifetimeModel(
                new BgNbd(state.getR(), state.getAlpha(), state.getA(), state.getB()),
                new GammaGamma(state.getP(), state.getQ(), state.getV()));
    }
}
