package io.zugabe.catalog.fit.domain;

import io.zugabe.catalog.schema.domain.AttributeDeclaration;
import io.zugabe.catalog.schema.domain.AttributeValue;
import io.zugabe.catalog.schema.domain.Reading;
import io.zugabe.catalog.schema.domain.Schema;
import io.zugabe.catalog.schema.domain.TypeDeclaration;
import io.zugabe.catalog.schema.domain.ValueReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Selectors with their values as products hold them, so that who does not know the schema can compare texts. */
public final class CanonicalSelectors {

    private CanonicalSelectors() {}

    /** A selector that means the same products, with synonyms and units resolved. */
    public static Selector of(Schema schema, Selector selector) {
        if (!(selector instanceof Selector.ByAttributes(String type, Map<String, String> wanted))) {
            return selector;
        }
        Map<String, String> resolved = new LinkedHashMap<>(wanted);
        resolved.replaceAll((attribute, value) -> resolved(schema, type, attribute, value));
        return new Selector.ByAttributes(type, resolved);
    }

    /**
     * Types below may declare the attribute where the named one does not, or with other synonyms: what they
     * agree on counts, else the named type's reading. A type that cannot read the value has no product with it.
     */
    private static String resolved(Schema schema, String type, String attribute, String value) {
        Set<String> meanings = schema.types().stream()
                .map(TypeDeclaration::type)
                .filter(each -> schema.isA(each, type))
                .flatMap(each -> reading(schema, each, attribute, value).stream())
                .collect(Collectors.toSet());
        return meanings.size() == 1
                ? meanings.iterator().next()
                : reading(schema, type, attribute, value).orElse(value);
    }

    private static Optional<String> reading(Schema schema, String type, String attribute, String value) {
        AttributeDeclaration declared = schema.attributes(type).get(attribute);
        return declared != null
                        && ValueReader.read(declared, new AttributeValue.Text(value))
                                instanceof Reading.Accepted(AttributeValue read)
                ? Optional.of(written(read))
                : Optional.empty();
    }

    /** As a value is written by those who send it: {@code "45 W"}, {@code "3.6..4.2 V"}, an entry of a list. */
    static String written(AttributeValue value) {
        return switch (value) {
            case AttributeValue.Range(double min, double max, String unit) -> {
                String interval = AttributeValue.digits(min) + ".." + AttributeValue.digits(max);
                yield unit.isEmpty() ? interval : interval + " " + unit;
            }
            case AttributeValue.Text _, AttributeValue.Number _, AttributeValue.Truth _, AttributeValue.TextList _ ->
                value.asText();
        };
    }
}
