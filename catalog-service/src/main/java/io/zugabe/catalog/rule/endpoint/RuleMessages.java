package io.zugabe.catalog.rule.endpoint;

import io.zugabe.catalog.fit.domain.Certainty;
import io.zugabe.catalog.fit.domain.FitRule;
import io.zugabe.catalog.fit.domain.LimitRule;
import io.zugabe.catalog.product.adapter.ProductMessages;
import io.zugabe.catalog.rule.ListTypes.DescribedType;
import io.zugabe.catalog.schema.domain.AttributeDeclaration;
import io.zugabe.catalog.schema.domain.AttributeKind;
import io.zugabe.catalog.v1.AttributeDeclaration.Kind;
import io.zugabe.catalog.v1.ProductType;
import io.zugabe.catalog.v1.Rule;
import io.zugabe.catalog.v1.RuleLimit;

/** Types and rules as messages. */
final class RuleMessages {

    private RuleMessages() {}

    static ProductType toMessage(DescribedType type) {
        ProductType.Builder message = ProductType.newBuilder()
                .setType(type.declaration().type())
                .setParentType(type.declaration().parent())
                .setName(ProductMessages.toMessage(type.declaration().name()))
                .setConsumable(type.consumable())
                .setPack(type.declaration().pack());
        type.attributes()
                .forEach(attribute ->
                        message.addAttributes(toMessage(attribute, type.read().contains(attribute.attribute()))));
        return message.build();
    }

    static Rule toMessage(FitRule rule) {
        String applies = rule.applies().source();
        Rule.Builder message = Rule.newBuilder()
                .setRuleId(rule.id())
                .setVersion(rule.version())
                .setHostType(rule.hostType())
                .setPartType(rule.partType())
                .setApplies(applies.equals("true") ? "" : applies)
                .setFits(rule.fits().source())
                .addAllReads(rule.reads())
                .setProvenance(rule.provenance())
                .setCertainty(toMessage(rule.certainty()));
        rule.limits().forEach(limit -> message.addLimits(toMessage(limit)));
        return message.build();
    }

    private static RuleLimit toMessage(LimitRule limit) {
        return RuleLimit.newBuilder()
                .setWhen(limit.when().source())
                .setAttribute(limit.attribute())
                .setLiftedByType(limit.liftedBy())
                .build();
    }

    private static io.zugabe.catalog.v1.Rule.Certainty toMessage(Certainty certainty) {
        return switch (certainty) {
            case DOCUMENTED -> io.zugabe.catalog.v1.Rule.Certainty.CERTAINTY_DOCUMENTED;
            case KNOWN -> io.zugabe.catalog.v1.Rule.Certainty.CERTAINTY_KNOWN;
            case HEARSAY -> io.zugabe.catalog.v1.Rule.Certainty.CERTAINTY_HEARSAY;
        };
    }

    private static io.zugabe.catalog.v1.AttributeDeclaration toMessage(AttributeDeclaration declared, boolean read) {
        return io.zugabe.catalog.v1.AttributeDeclaration.newBuilder()
                .setAttribute(declared.attribute())
                .setKind(toMessage(declared.kind()))
                .setUnit(declared.unit())
                .addAllValues(declared.values())
                .setReadByRules(read)
                .setName(ProductMessages.toMessage(declared.name()))
                .setRequiredForFit(declared.requiredForFit())
                .build();
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
}
