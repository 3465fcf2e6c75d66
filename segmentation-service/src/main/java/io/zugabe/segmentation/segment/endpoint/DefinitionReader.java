package io.zugabe.segmentation.segment.endpoint;

import com.google.protobuf.FieldMask;
import io.zugabe.kit.error.Violations;
import io.zugabe.segmentation.segment.adapter.CelConditions;
import io.zugabe.segmentation.segment.adapter.DefinitionMessages;
import io.zugabe.segmentation.segment.domain.LocalizedText;
import io.zugabe.segmentation.v1.SegmentDefinition;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Reads definitions, and checks their form. */
final class DefinitionReader {

    private static final Pattern ID = Pattern.compile("[a-z0-9_-]{1,60}");
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_DESCRIPTION = 1_000;
    private static final int LONGEST_SENTENCE = 500;
    private static final List<String> FIELDS = List.of("name", "description", "expression", "evidence");
    private static final String FIELD = "definition";

    private DefinitionReader() {}

    static void checkId(Violations violations, String field, String id) {
        violations.checkPattern(field, id, ID, "must be 1 to 60 characters of [a-z0-9_-]");
    }

    /** A definition as a whole. */
    static io.zugabe.segmentation.segment.domain.SegmentDefinition read(SegmentDefinition message) {
        Violations violations = Violations.ofRequest();
        check(violations, message, Set.copyOf(FIELDS));
        violations.throwIfAny();
        return DefinitionMessages.definition(message);
    }

    /** A change of the fields that a mask names; of all if it names none. */
    static UnaryOperator<io.zugabe.segmentation.segment.domain.SegmentDefinition> readChange(
            SegmentDefinition message, FieldMask mask, String etag) {
        Violations violations = Violations.ofRequest();
        Set<String> fields = mask.getPathsCount() == 0 ? Set.copyOf(FIELDS) : Set.copyOf(mask.getPathsList());
        for (int i = 0; i < mask.getPathsCount(); i++) {
            violations.check(
                    FIELDS.contains(mask.getPaths(i)),
                    "update_mask.paths[" + i + "]",
                    mask.getPaths(i),
                    "must be one of " + String.join(", ", FIELDS));
        }
        violations.checkLength("etag", etag, 1, 100);
        check(violations, message, fields);
        violations.throwIfAny();
        io.zugabe.segmentation.segment.domain.SegmentDefinition sent = DefinitionMessages.definition(message);
        return before -> new io.zugabe.segmentation.segment.domain.SegmentDefinition(
                before.id(),
                fields.contains("name") ? sent.name() : before.name(),
                fields.contains("description") ? sent.description() : before.description(),
                fields.contains("expression") ? sent.expression() : before.expression(),
                fields.contains("evidence") ? sent.evidence() : before.evidence());
    }

    private static void check(Violations request, SegmentDefinition message, Set<String> fields) {
        Violations violations = request.at(FIELD);
        checkId(violations, "segment_id", message.getSegmentId());
        LocalizedText name = DefinitionMessages.text(message.getName());
        if (fields.contains("name")) {
            violations.check(!name.isEmpty(), "name", "", "is required in one language at least");
            LocalizedTexts.check(violations, "name", name, LONGEST_NAME);
        }
        if (fields.contains("description")) {
            LocalizedText description = DefinitionMessages.text(message.getDescription());
            LocalizedTexts.check(violations, "description", description, LONGEST_DESCRIPTION);
        }
        if (fields.contains("expression")) {
            violations.checkLength("expression", message.getExpression(), 1, CelConditions.LONGEST);
        }
        if (fields.contains("evidence")) {
            LocalizedTexts.check(
                    violations, "evidence", DefinitionMessages.text(message.getEvidence()), LONGEST_SENTENCE);
        }
    }
}
