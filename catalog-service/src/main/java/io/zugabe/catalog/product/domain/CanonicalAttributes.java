package io.zugabe.catalog.product.domain;

import io.zugabe.catalog.schema.domain.AttributeDeclaration;
import io.zugabe.catalog.schema.domain.AttributeValue;
import io.zugabe.catalog.schema.domain.Reading;
import io.zugabe.catalog.schema.domain.Schema;
import io.zugabe.catalog.schema.domain.ValueReader;
import java.util.HashMap;
import java.util.Map;

/**
 * A product's attributes in the form that its type declares; undeclared ones as they are.
 *
 * @param originals what was sent for those values whose declared form is another
 * @param flags values that cannot be read as declared, and so are none of the values
 */
public record CanonicalAttributes(
        Map<String, AttributeValue> values, Map<String, AttributeValue> originals, Map<String, AttributeFlag> flags) {

    public CanonicalAttributes {
        values = Map.copyOf(values);
        originals = Map.copyOf(originals);
        flags = Map.copyOf(flags);
    }

    /** Reads attributes as a type declares them. */
    public static CanonicalAttributes of(Schema schema, String type, Map<String, AttributeValue> sent) {
        Map<String, AttributeDeclaration> declared = schema.attributes(type);
        Map<String, AttributeValue> values = new HashMap<>();
        Map<String, AttributeValue> originals = new HashMap<>();
        Map<String, AttributeFlag> flags = new HashMap<>();
        sent.forEach((key, value) -> {
            AttributeDeclaration declaration = declared.get(key);
            if (declaration == null) {
                values.put(key, value);
                return;
            }
            switch (ValueReader.read(declaration, value)) {
                case Reading.Accepted accepted -> {
                    values.put(key, accepted.value());
                    if (!accepted.value().equals(value)) {
                        originals.put(key, value);
                    }
                }
                case Reading.Refused refused -> flags.put(key, new AttributeFlag(value, refused.why()));
            }
        });
        return new CanonicalAttributes(values, originals, flags);
    }
}
