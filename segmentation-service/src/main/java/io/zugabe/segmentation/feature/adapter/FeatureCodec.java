package io.zugabe.segmentation.feature.adapter;

import com.google.protobuf.InvalidProtocolBufferException;
import io.zugabe.segmentation.feature.adapter.state.FeatureState;
import io.zugabe.segmentation.feature.adapter.state.TextsState;
import io.zugabe.segmentation.feature.domain.FeatureValue;
import io.zugabe.segmentation.feature.domain.FeatureVector;
import java.util.HashMap;
import java.util.Map;

/** Features as bytes. */
public final class FeatureCodec {

    private FeatureCodec() {}

    /** The bytes of features. */
    public static byte[] encode(FeatureVector features) {
        FeatureState.Builder state = FeatureState.newBuilder();
        features.values().forEach((name, value) -> add(state, name, value));
        return state.build().toByteArray();
    }

    private static void add(FeatureState.Builder state, String name, FeatureValue value) {
        switch (value) {
            case FeatureValue.Number number -> state.putNumbers(name, number.value());
            case FeatureValue.Truth truth -> state.putTruths(name, truth.holds());
            case FeatureValue.Text text -> state.putTexts(name, text.text());
            case FeatureValue.Texts texts ->
                state.putLists(
                        name, TextsState.newBuilder().addAllTexts(texts.texts()).build());
        }
    }

    /** The features of bytes that {@link #encode} made. */
    public static FeatureVector decode(byte[] bytes) {
        FeatureState state = parse(bytes);
        Map<String, FeatureValue> values = new HashMap<>();
        state.getNumbersMap().forEach((name, number) -> values.put(name, new FeatureValue.Number(number)));
        state.getTruthsMap().forEach((name, truth) -> values.put(name, new FeatureValue.Truth(truth)));
        state.getTextsMap().forEach((name, text) -> values.put(name, new FeatureValue.Text(text)));
        state.getListsMap().forEach((name, list) -> values.put(name, new FeatureValue.Texts(list.getTextsList())));
        return new FeatureVector(values);
    }

    private static FeatureState parse(byte[] bytes) {
        try {
            return FeatureState.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("Stored features cannot be read; a sweep makes them anew", e);
        }
    }
}
