package io.zugabe.catalog.rule.endpoint;

import io.zugabe.catalog.product.endpoint.Fields;
import io.zugabe.catalog.rule.adapter.TypeMessages;
import io.zugabe.catalog.schema.domain.AttributeKind;
import io.zugabe.catalog.schema.domain.InterchangeFamilies;
import io.zugabe.catalog.schema.domain.Schema;
import io.zugabe.catalog.schema.domain.TypeDeclaration;
import io.zugabe.catalog.schema.domain.UnitNames;
import io.zugabe.catalog.schema.domain.Units;
import io.zugabe.catalog.v1.AttributeDeclaration;
import io.zugabe.catalog.v1.AttributeDeclaration.Kind;
import io.zugabe.kit.error.Violations;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads declarations of types, noting everything that is wrong with them. */
final class TypeReader {

    private static final int MOST_TYPES = 200;
    private static final int MOST_ATTRIBUTES = 200;
    private static final int MOST_VALUES = 1_000;
    private static final int MOST_FAMILIES = 100;
    private static final int LONGEST_VALUE = 200;
    private static final int LONGEST_ETAG = 100;
    private static final int MOST_UNITS_NAMED = 5;

    private TypeReader() {}

    /** The types of messages; what is wrong with them is noted. */
    static List<TypeDeclaration> read(List<io.zugabe.catalog.v1.TypeDeclaration> types, Violations violations) {
        violations.checkSize("types", types, 1, MOST_TYPES);
        Set<String> names = new HashSet<>();
        for (int i = 0; i < Math.min(types.size(), MOST_TYPES); i++) {
            io.zugabe.catalog.v1.TypeDeclaration type = types.get(i);
            Violations at = violations.at("types[" + i + "]");
            if (Fields.checkKey(at, "type", type.getType())) {
                at.check(names.add(type.getType()), "type", type.getType(), "is declared twice");
            }
            if (!type.getParentType().isEmpty()) {
                Fields.checkKey(at, "parent_type", type.getParentType());
            }
            Fields.checkText(at, "name", type.getName(), false);
            at.checkLength("etag", type.getEtag(), 0, LONGEST_ETAG);
            checkAttributes(at, type.getAttributesList());
        }
        return violations.isEmpty() ? types.stream().map(TypeMessages::toType).toList() : List.of();
    }

    /** The etags that types were read with, by type; of those that name one. */
    static Map<String, String> etags(List<io.zugabe.catalog.v1.TypeDeclaration> types) {
        return types.stream()
                .filter(type -> !type.getEtag().isEmpty())
                .collect(Collectors.toMap(
                        io.zugabe.catalog.v1.TypeDeclaration::getType, io.zugabe.catalog.v1.TypeDeclaration::getEtag));
    }

    private static void checkAttributes(Violations violations, List<AttributeDeclaration> attributes) {
        violations.checkSize("attributes", attributes, 0, MOST_ATTRIBUTES);
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < Math.min(attributes.size(), MOST_ATTRIBUTES); i++) {
            AttributeDeclaration attribute = attributes.get(i);
            Violations at = violations.at("attributes[" + i + "]");
            if (Fields.checkKey(at, "attribute", attribute.getAttribute())) {
                at.check(
                        keys.add(attribute.getAttribute()), "attribute", attribute.getAttribute(), "is declared twice");
                at.check(
                        !Schema.BUILT_IN.contains(attribute.getAttribute()),
                        "attribute",
                        attribute.getAttribute(),
                        "is what every product has; choose another key");
            }
            check(at, attribute);
        }
    }

    private static void check(Violations violations, AttributeDeclaration attribute) {
        violations.check(
                attribute.getKind() != Kind.KIND_UNSPECIFIED && attribute.getKind() != Kind.UNRECOGNIZED,
                "kind",
                attribute.getKindValue(),
                "is no kind; must be text, number, truth, list or range");
        boolean measured = attribute.getKind() == Kind.KIND_NUMBER || attribute.getKind() == Kind.KIND_RANGE;
        boolean named = attribute.getKind() == Kind.KIND_TEXT || attribute.getKind() == Kind.KIND_LIST;
        violations.check(
                attribute.getUnit().isEmpty() || (measured && Units.isKnown(attribute.getUnit())),
                "unit",
                attribute.getUnit(),
                measured
                        ? "is no unit that is known here; closest are "
                                + String.join(", ", UnitNames.closest(attribute.getUnit(), MOST_UNITS_NAMED))
                        : "is for numbers and ranges only");
        violations.checkSize("values", attribute.getValuesList(), 0, named ? MOST_VALUES : 0);
        violations.checkSize("synonyms", attribute.getSynonymsMap().keySet(), 0, named ? MOST_VALUES : 0);
        for (int i = 0; i < Math.min(attribute.getValuesCount(), MOST_VALUES); i++) {
            violations.checkLength("values[" + i + "]", attribute.getValues(i), 1, LONGEST_VALUE);
        }
        Set<String> values = Set.copyOf(attribute.getValuesList());
        attribute.getSynonymsMap().forEach((spelling, value) -> {
            String field = "synonyms[" + spelling + "]";
            violations.checkLength(field, value, 1, LONGEST_VALUE);
            violations.check(values.isEmpty() || values.contains(value), field, value, "is none of the values");
            violations.check(!values.contains(spelling), field, spelling, "is both a value and a synonym");
        });
        violations.checkSize("families", attribute.getFamiliesList(), 0, MOST_FAMILIES);
        for (int i = 0; i < Math.min(attribute.getFamiliesCount(), MOST_FAMILIES); i++) {
            List<String> family = attribute.getFamilies(i).getValuesList();
            AttributeKind kind = attribute.getKind() == Kind.KIND_LIST ? AttributeKind.LIST : AttributeKind.TEXT;
            String wrong = InterchangeFamilies.problem(kind, family, values);
            violations.check(wrong.isEmpty(), "families[" + i + "]", family, wrong);
        }
        Fields.checkText(violations, "name", attribute.getName(), false);
    }
}
