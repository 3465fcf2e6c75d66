package io.zugabe.segmentation.segment.adapter;

import com.google.protobuf.InvalidProtocolBufferException;
import io.zugabe.segmentation.segment.domain.LocalizedText;
import io.zugabe.segmentation.segment.domain.SegmentDefinition;
import java.io.UncheckedIOException;

/** Definitions as they are sent and stored. */
public final class DefinitionMessages {

    private DefinitionMessages() {}

    /** To be sent. */
    public static io.zugabe.segmentation.v1.SegmentDefinition message(SegmentDefinition definition) {
        return io.zugabe.segmentation.v1.SegmentDefinition.newBuilder()
                .setSegmentId(definition.id())
                .setName(message(definition.name()))
                .setDescription(message(definition.description()))
                .setExpression(definition.expression())
                .setEvidence(message(definition.evidence()))
                .build();
    }

    /** As received. */
    public static SegmentDefinition definition(io.zugabe.segmentation.v1.SegmentDefinition message) {
        return new SegmentDefinition(
                message.getSegmentId(),
                text(message.getName()),
                text(message.getDescription()),
                message.getExpression(),
                text(message.getEvidence()));
    }

    /** To be sent. */
    public static io.zugabe.common.v1.LocalizedText message(LocalizedText text) {
        return io.zugabe.common.v1.LocalizedText.newBuilder()
                .putAllTexts(text.texts())
                .build();
    }

    /** As received. */
    public static LocalizedText text(io.zugabe.common.v1.LocalizedText message) {
        return new LocalizedText(message.getTextsMap());
    }

    static SegmentDefinition parse(byte[] stored) {
        try {
            return definition(io.zugabe.segmentation.v1.SegmentDefinition.parseFrom(stored));
        } catch (InvalidProtocolBufferException corrupt) {
            throw new UncheckedIOException("a stored segment cannot be read", corrupt);
        }
    }
}
