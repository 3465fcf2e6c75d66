package io.zugabe.catalog.rule.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.catalog.schema.domain.AttributeDeclaration;
import io.zugabe.catalog.schema.domain.AttributeKind;
import io.zugabe.catalog.schema.domain.TypeDeclaration;
import io.zugabe.catalog.text.domain.LocalizedText;
import io.zugabe.kit.test.Proves;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@Proves("O2")
class TypeDifferenceTest {

    private static final TypeDeclaration TAP = type(
            "",
            "Tap",
            attribute("thread", AttributeKind.NUMBER, "mm", List.of(), Map.of(), true),
            attribute("finish", AttributeKind.TEXT, "", List.of("brass", "steel"), Map.of(), false));

    @Test
    void onlyWhatDiffers_isNamed_beforeAndAfter() {
        TypeDeclaration after = type(
                "fitting",
                "Tap",
                attribute("thread", AttributeKind.NUMBER, "cm", List.of(), Map.of(), true),
                attribute(
                        "finish", AttributeKind.TEXT, "", List.of("chrome", "steel"), Map.of("inox", "steel"), false));
        assertEquals(
                List.of(
                        "thread: number in mm, required for fit -> number in cm, required for fit",
                        "finish value \"brass\": allowed -> none",
                        "parent type: none -> fitting",
                        "finish value \"chrome\": none -> allowed",
                        "finish synonym \"inox\": none -> \"steel\""),
                TypeDifference.between(Optional.of(TAP), Optional.of(after)));
        assertEquals(List.of(), TypeDifference.between(Optional.of(TAP), Optional.of(TAP)));
    }

    @Test
    void typeThatIsNewOrGone_differsInAllThatItDeclares() {
        assertEquals(
                List.of(
                        "name in en: none -> \"Tap\"",
                        "thread: none -> number in mm, required for fit",
                        "finish: none -> text",
                        "finish value \"brass\": none -> allowed",
                        "finish value \"steel\": none -> allowed"),
                TypeDifference.between(Optional.empty(), Optional.of(TAP)));
        assertEquals(
                "name in en: \"Tap\" -> none",
                TypeDifference.between(Optional.of(TAP), Optional.empty()).getFirst());
    }

    @Test
    void detail_isBounded_andCountsTheRest() {
        String detail = AuditEntry.detail(", ", Collections.nCopies(1_000, "ten-letter"));
        assertTrue(detail.length() <= 4_020 && detail.endsWith(", ten-letter and 667 more"), detail);
        assertEquals("a, b", AuditEntry.detail(", ", List.of("a", "b")));
    }

    private static TypeDeclaration type(String parent, String name, AttributeDeclaration... attributes) {
        return new TypeDeclaration("tap", parent, new LocalizedText(Map.of("en", name)), List.of(attributes), null, "");
    }

    private static AttributeDeclaration attribute(
            String key,
            AttributeKind kind,
            String unit,
            List<String> values,
            Map<String, String> synonyms,
            boolean requiredForFit) {
        return new AttributeDeclaration(key, kind, unit, values, synonyms, LocalizedText.EMPTY, requiredForFit);
    }
}
