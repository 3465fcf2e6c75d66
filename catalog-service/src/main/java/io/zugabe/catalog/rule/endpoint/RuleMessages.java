package io.zugabe.catalog.rule.endpoint;

import io.zugabe.catalog.product.adapter.ProductMessages;
import io.zugabe.catalog.rule.ListTypes.DescribedType;
import io.zugabe.catalog.rule.adapter.StatedRuleMessages;
import io.zugabe.catalog.rule.adapter.TypeMessages;
import io.zugabe.catalog.rule.domain.ListedRule;
import io.zugabe.catalog.v1.ProductType;
import io.zugabe.catalog.v1.Rule;

/** Types and rules as callers see them. */
final class RuleMessages {

    private RuleMessages() {}

    static ProductType toMessage(DescribedType type) {
        ProductType.Builder message = ProductType.newBuilder()
                .setType(type.declaration().type())
                .setParentType(type.declaration().parent())
                .setName(ProductMessages.toMessage(type.declaration().name()))
                .setConsumable(type.consumable())
                .setPack(type.declaration().pack())
                .setEtag(type.etag());
        type.attributes()
                .forEach(attribute -> message.addAttributes(TypeMessages.toMessage(attribute)
                        .setReadByRules(type.read().contains(attribute.attribute()))));
        type.declaredAtRunTime().ifPresent(own -> message.setDeclaredAtRunTime(TypeMessages.toMessage(own)));
        return message.build();
    }

    static Rule toMessage(ListedRule rule, boolean withTests) {
        Rule.Builder message = rule.version()
                .map(version -> StatedRuleMessages.toMessage(version).toBuilder())
                .orElseGet(() -> StatedRuleMessages.toMessage(rule.rule())
                        .setState(rule.inForce() ? Rule.State.STATE_IN_FORCE : Rule.State.STATE_SUPERSEDED));
        message.addAllReads(rule.reads()).setFault(rule.fault());
        return withTests ? message.build() : message.clearTests().build();
    }
}
