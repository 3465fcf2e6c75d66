package io.zugabe.catalog.fit.domain;

import io.zugabe.catalog.schema.domain.AttributeDeclaration;
import io.zugabe.catalog.schema.domain.AttributeValue;
import io.zugabe.catalog.schema.domain.Reading;
import io.zugabe.catalog.schema.domain.Schema;
import io.zugabe.catalog.schema.domain.TypeDeclaration;
import io.zugabe.catalog.schema.domain.ValueReader;
import io.zugabe.catalog.text.domain.Spellings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The types, attributes and values that selectors can name. A selector that names another never means a product,
 * or cannot be told for any product of the type: a list with such a typo would take good answers away. For one
 * batch; not for several threads.
 */
public final class SelectorVocabulary {

    private static final int MOST_TYPES_NAMED = 5;
    private static final int MOST_NAMED = 20;

    private final Schema schema;
    private final Set<String> typesOfProducts;
    private final Map<String, Map<String, List<AttributeDeclaration>>> attributes = new HashMap<>();

    /**
     * @param typesOfProducts the types of which there are products, declared or not
     */
    public SelectorVocabulary(Schema schema, Set<String> typesOfProducts) {
        this.schema = schema;
        this.typesOfProducts = typesOfProducts;
    }

    /** What is wrong with the type that a selector names: nobody declares it, and there is no product of it. */
    public Optional<Misnomer> wrongType(Selector selector) {
        return switch (selector) {
            case Selector.ByType(String type) -> wrongType(type);
            case Selector.ByAttributes attributes -> wrongType(attributes.type());
            case Selector.ByProduct _, Selector.ByGtin _, Selector.ByCategory _ -> Optional.empty();
        };
    }

    /** What is wrong with the attribute or value that a selector names; nothing if the type is not declared. */
    public Optional<Misnomer> wrongAttribute(Selector selector) {
        return selector instanceof Selector.ByAttributes(String type, Map<String, String> wanted)
                        && schema.find(type).isPresent()
                ? wanted.entrySet().stream()
                        .filter(each -> !List.of("brand", "model").contains(each.getKey()))
                        .flatMap(each -> wrongAttribute(type, each.getKey(), each.getValue()).stream())
                        .findFirst()
                : Optional.empty();
    }

    private Optional<Misnomer> wrongType(String type) {
        if (schema.find(type).isPresent() || typesOfProducts.contains(type)) {
            return Optional.empty();
        }
        List<String> declared =
                schema.types().stream().map(TypeDeclaration::type).toList();
        return Optional.of(new Misnomer(
                Element.TYPE,
                type,
                "is a type that nobody declares and of which there is no product; closest among the declared types: "
                        + Spellings.named(type, declared, MOST_TYPES_NAMED)));
    }

    private Optional<Misnomer> wrongAttribute(String type, String attribute, String value) {
        Map<String, List<AttributeDeclaration>> known = attributes.computeIfAbsent(type, this::attributesOf);
        List<AttributeDeclaration> declarations = known.getOrDefault(attribute, List.of());
        if (declarations.isEmpty()) {
            List<String> there = Stream.concat(Stream.of("brand", "model"), known.keySet().stream())
                    .toList();
            return Optional.of(new Misnomer(
                    Element.ATTRIBUTE,
                    attribute,
                    "is no attribute of " + type + " or a type below it; there are "
                            + Spellings.named(attribute, there, MOST_NAMED)));
        }
        AttributeValue text = new AttributeValue.Text(value);
        boolean readable = declarations.stream()
                .anyMatch(declared -> ValueReader.read(declared, text) instanceof Reading.Accepted);
        return readable
                ? Optional.empty()
                : Optional.of(new Misnomer(Element.VALUE, value, whyUnreadable(declarations, value)));
    }

    private static String whyUnreadable(List<AttributeDeclaration> declarations, String value) {
        Set<String> allowed = declarations.stream()
                .flatMap(declared -> declared.values().stream())
                .collect(Collectors.toSet());
        String attribute = declarations.getFirst().attribute();
        if (!allowed.isEmpty()) {
            return "is no value of " + attribute + "; allowed are " + Spellings.named(value, allowed, MOST_NAMED);
        }
        return ValueReader.read(declarations.getFirst(), new AttributeValue.Text(value))
                        instanceof Reading.Refused(String why)
                ? "cannot be a value of " + attribute + ": it " + why
                : "";
    }

    /** The different declarations of each attribute of a type and the types below it, the type's own first. */
    private Map<String, List<AttributeDeclaration>> attributesOf(String type) {
        return Stream.concat(
                        Stream.of(type),
                        schema.types().stream()
                                .map(TypeDeclaration::type)
                                .filter(other -> !other.equals(type) && schema.isA(other, type)))
                .flatMap(each -> schema.attributes(each).values().stream())
                .distinct()
                .collect(Collectors.groupingBy(AttributeDeclaration::attribute));
    }

    /** What a name in a selector stands for. */
    public enum Element {
        TYPE,
        ATTRIBUTE,
        VALUE
    }

    /**
     * A name in a selector that means nothing.
     *
     * @param written the name
     * @param why what is wrong with it and what there is instead, to be read behind the name
     */
    public record Misnomer(Element element, String written, String why) {}
}
