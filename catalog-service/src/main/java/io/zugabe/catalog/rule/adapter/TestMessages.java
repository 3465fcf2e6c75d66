package io.zugabe.catalog.rule.adapter;

import io.zugabe.catalog.product.adapter.ProductMessages;
import io.zugabe.catalog.rule.domain.RuleTest;
import io.zugabe.catalog.rule.domain.TestProduct;
import io.zugabe.catalog.schema.domain.AttributeValue;
import io.zugabe.catalog.statement.adapter.StatementMessages;
import io.zugabe.catalog.v1.ExpectedLimits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tests of rules as messages: as they travel and as they are stored. */
public final class TestMessages {

    private TestMessages() {}

    /** A test from a valid message. */
    public static RuleTest toTest(io.zugabe.catalog.v1.RuleTest message) {
        return new RuleTest(
                message.getName(),
                toProduct(message.getHost()),
                toProduct(message.getPart()),
                StatementMessages.toVerdict(message.getVerdict()),
                message.hasLimits() ? message.getLimits().getAttributesList() : null);
    }

    /** A test as a message. */
    public static io.zugabe.catalog.v1.RuleTest toMessage(RuleTest test) {
        io.zugabe.catalog.v1.RuleTest.Builder message = io.zugabe.catalog.v1.RuleTest.newBuilder()
                .setName(test.name())
                .setHost(toMessage(test.host()))
                .setPart(toMessage(test.part()))
                .setVerdict(StatementMessages.toMessage(test.verdict()));
        List<String> limits = test.limits();
        if (limits != null) {
            message.setLimits(ExpectedLimits.newBuilder().addAllAttributes(limits));
        }
        return message.build();
    }

    private static TestProduct toProduct(io.zugabe.catalog.v1.TestProduct message) {
        Map<String, AttributeValue> attributes = new HashMap<>();
        message.getAttributesMap().forEach((key, value) -> attributes.put(key, ProductMessages.toValue(value)));
        return new TestProduct(message.getType(), message.getBrand(), message.getModel(), attributes);
    }

    private static io.zugabe.catalog.v1.TestProduct toMessage(TestProduct product) {
        io.zugabe.catalog.v1.TestProduct.Builder message = io.zugabe.catalog.v1.TestProduct.newBuilder()
                .setType(product.type())
                .setBrand(product.brand())
                .setModel(product.model());
        product.attributes().forEach((key, value) -> message.putAttributes(key, ProductMessages.toMessage(value)));
        return message.build();
    }
}
