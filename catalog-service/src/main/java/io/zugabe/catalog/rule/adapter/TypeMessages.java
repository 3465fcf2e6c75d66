package io.zugabe.catalog.rule.adapter;

import io.zugabe.catalog.product.adapter.ProductMessages;
import io.zugabe.catalog.schema.domain.AttributeDeclaration;
import io.zugabe.catalog.schema.domain.AttributeKind;
import io.zugabe.catalog.schema.domain.TypeDeclaration;
import io.zugabe.catalog.v1.AttributeDeclaration.Kind;
import io.zugabe.catalog.v1.InterchangeFamily;
import java.util.List;

/** Types as messages: as they travel and as they are stored. */
public final class TypeMessages {

    private TypeMessages() {}

    /** What a valid message declares of a type. */
    public static TypeDeclaration toType(io.zugabe.catalog.v1.TypeDeclaration message) {
        return new TypeDeclaration(
                message.getType(),
                message.getParentType(),
                ProductMessages.toText(message.getName()),
                message.getAttributesList().stream()
                        .map(TypeMessages::toAttribute)
                        .toList(),
                message.hasConsumable() ? (Boolean) message.getConsumable() : null,
                "");
    }

    /** What is declared of a type, as a message. */
    public static io.zugabe.catalog.v1.TypeDeclaration toMessage(TypeDeclaration type) {
        io.zugabe.catalog.v1.TypeDeclaration.Builder message = io.zugabe.catalog.v1.TypeDeclaration.newBuilder()
                .setType(type.type())
                .setParentType(type.parent())
                .setName(ProductMessages.toMessage(type.name()));
        type.attributes().forEach(attribute -> message.addAttributes(toMessage(attribute)));
        Boolean consumable = type.consumable();
        if (consumable != null) {
            message.setConsumable(consumable);
        }
        return message.build();
    }

    /** An attribute as a message. */
    public static io.zugabe.catalog.v1.AttributeDeclaration.Builder toMessage(AttributeDeclaration declared) {
        return io.zugabe.catalog.v1.AttributeDeclaration.newBuilder()
                .setAttribute(declared.attribute())
                .setKind(toMessage(declared.kind()))
                .setUnit(declared.unit())
                .addAllValues(declared.values())
                .putAllSynonyms(declared.synonyms())
                .setName(ProductMessages.toMessage(declared.name()))
                .addAllFamilies(declared.families().stream()
                        .map(family -> InterchangeFamily.newBuilder()
                                .addAllValues(family)
                                .build())
                        .toList())
                .setRequiredForFit(declared.requiredForFit());
    }

    private static AttributeDeclaration toAttribute(io.zugabe.catalog.v1.AttributeDeclaration message) {
        return new AttributeDeclaration(
                message.getAttribute(),
                toKind(message.getKind()),
                message.getUnit(),
                message.getValuesList(),
                message.getSynonymsMap(),
                ProductMessages.toText(message.getName()),
                message.getFamiliesList().stream()
                        .map(family -> List.copyOf(family.getValuesList()))
                        .toList(),
                message.getRequiredForFit());
    }

    private static Kind toMessage(AttributeKind kind) {
        return switch (kind) {
            case TEXT -> Kind.KIND_TEXT;
            case NUMBER -> Kind.KIND_NUMBER;
            case TRUTH -> Kind.KIND_TRUTH;
            case LIST -> Kind.KIND_LIST;
            case RANGE -> Kind.KIND_RANGE;
        };
    }

    private static AttributeKind toKind(Kind kind) {
        return switch (kind) {
            case KIND_TEXT -> AttributeKind.TEXT;
            case KIND_NUMBER -> AttributeKind.NUMBER;
            case KIND_TRUTH -> AttributeKind.TRUTH;
            case KIND_LIST -> AttributeKind.LIST;
            case KIND_RANGE -> AttributeKind.RANGE;
            case KIND_UNSPECIFIED, UNRECOGNIZED -> throw new IllegalArgumentException("no kind");
        };
    }
}
