package io.zugabe.catalog.product.domain;

import io.zugabe.catalog.schema.domain.AttributeDeclaration;
import io.zugabe.catalog.schema.domain.AttributeValue;
import io.zugabe.catalog.schema.domain.Reading;
import io.zugabe.catalog.schema.domain.Schema;
import io.zugabe.catalog.schema.domain.ValueReader;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** Brings a product's attributes into the form that its type declares. */
public final class CanonicalAttributes {

    private CanonicalAttributes() {}

    /**
     * The attributes as declared; undeclared ones as they are.
     *
     * @param refused told the key and why, for each value that cannot be read; it is left out
     */
    public static Map<String, AttributeValue> of(
            Schema schema, String type, Map<String, AttributeValue> sent, BiConsumer<String, String> refused) {
        Map<String, AttributeDeclaration> declared = schema.attributes(type);
        Map<String, AttributeValue> canonical = new HashMap<>();
        sent.forEach((key, value) -> {
            AttributeDeclaration declaration = declared.get(key);
            if (declaration == null) {
                canonical.put(key, value);
                return;
            }
            switch (ValueReader.read(declaration, value)) {
                case Reading.Accepted accepted -> canonical.put(key, accepted.value());
                case Reading.Refused why -> refused.accept(key, why.why());
            }
        });
        return canonical;
    }
}
