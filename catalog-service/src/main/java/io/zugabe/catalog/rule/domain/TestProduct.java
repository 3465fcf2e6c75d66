package io.zugabe.catalog.rule.domain;

import io.zugabe.catalog.fit.domain.AttributeTuple;
import io.zugabe.catalog.schema.domain.AttributeDeclaration;
import io.zugabe.catalog.schema.domain.AttributeValue;
import io.zugabe.catalog.schema.domain.Reading;
import io.zugabe.catalog.schema.domain.Schema;
import io.zugabe.catalog.schema.domain.ValueReader;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;

/**
 * What is known of a product in a test.
 *
 * @param type empty for the rule's
 * @param brand empty if unknown
 * @param model empty if unknown
 * @param attributes as somebody wrote them, not yet read by their declarations
 */
public record TestProduct(String type, String brand, String model, Map<String, AttributeValue> attributes) {

    public TestProduct {
        attributes = Map.copyOf(attributes);
    }

    /**
     * What rules see of it.
     *
     * @param ruleType the type of the rule in this role
     * @throws RuleFault if it is of another type, or an attribute is not declared or cannot be read
     */
    AttributeTuple tuple(Schema schema, String ruleType) {
        String actual = type.isEmpty() ? ruleType : type;
        if (!schema.isA(actual, ruleType)) {
            throw new RuleFault("type", actual + " is no " + ruleType);
        }
        SortedMap<String, AttributeDeclaration> declared = schema.attributes(actual);
        Map<String, AttributeValue> values = new HashMap<>();
        attributes.forEach((key, value) -> values.put(key, read(actual, declared, key, value)));
        if (!brand.isEmpty()) {
            values.put("brand", new AttributeValue.Text(brand));
        }
        if (!model.isEmpty()) {
            values.put("model", new AttributeValue.Text(model));
        }
        return new AttributeTuple(actual, values);
    }

    private static AttributeValue read(
            String type, SortedMap<String, AttributeDeclaration> declared, String key, AttributeValue value) {
        AttributeDeclaration declaration = declared.get(key);
        if (declaration == null) {
            throw new RuleFault("attributes[" + key + "]", type + " has no such attribute");
        }
        return switch (ValueReader.read(declaration, value)) {
            case Reading.Accepted(AttributeValue read) -> declaration.completed(read);
            case Reading.Refused(String why) ->
                throw new RuleFault("attributes[" + key + "]", "\"" + value.asText() + "\" " + why);
        };
    }
}
