package io.zugabe.segmentation.profile.adapter;

import io.zugabe.common.v1.AttributeValue;
import io.zugabe.common.v1.Quantity;
import io.zugabe.common.v1.QuantityRange;
import io.zugabe.common.v1.TextList;
import io.zugabe.segmentation.profile.domain.TraitValue;
import java.util.List;

/** Traits as the API carries them. */
final class TraitMessages {

    private TraitMessages() {}

    static AttributeValue message(TraitValue value) {
        AttributeValue.Builder message = AttributeValue.newBuilder();
        switch (value) {
            case TraitValue.Text text -> message.setText(text.text());
            case TraitValue.Number number ->
                message.setNumber(Quantity.newBuilder().setValue(number.value()).setUnit(number.unit()));
            case TraitValue.Truth truth -> message.setTruth(truth.holds());
            case TraitValue.Texts texts -> message.setList(TextList.newBuilder().addAllValues(texts.texts()));
            case TraitValue.Range range ->
                message.setRange(QuantityRange.newBuilder()
                        .setMin(range.min())
                        .setMax(range.max())
                        .setUnit(range.unit()));
        }
        return message.build();
    }

    static TraitValue value(AttributeValue message) {
        return switch (message.getKindCase()) {
            case TEXT -> new TraitValue.Text(message.getText());
            case NUMBER ->
                new TraitValue.Number(
                        message.getNumber().getValue(), message.getNumber().getUnit());
            case TRUTH -> new TraitValue.Truth(message.getTruth());
            case LIST -> new TraitValue.Texts(List.copyOf(message.getList().getValuesList()));
            case RANGE ->
                new TraitValue.Range(
                        message.getRange().getMin(),
                        message.getRange().getMax(),
                        message.getRange().getUnit());
            case KIND_NOT_SET -> throw new IllegalStateException("A trait without a value got into the log");
        };
    }
}
