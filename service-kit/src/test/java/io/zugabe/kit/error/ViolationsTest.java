package io.zugabe.kit.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ViolationsTest {

    private final Violations violations = Violations.ofRequest();

    @Test
    void nothingWrong_throwsNothing() {
        violations.checkLength("name", "x", 1, 5);
        violations.checkRange("page_size", 5, 0, 10);
        violations.throwIfAny();
        assertTrue(violations.isEmpty());
    }

    @Test
    void nestedField_isNamedByItsWholePath() {
        violations.at("cart[2]").at("price").checkRange("units", -1, 0, 10);
        assertEquals(List.of(new FieldViolation("cart[2].price.units", "\"-1\" must be 0 to 10")), violations.found());
    }

    @Test
    void emptyRequiredText_saysRequired() {
        violations.checkPattern("id", "", Pattern.compile("[a-z]+"), "must be lower case letters");
        assertEquals(
                "is required: must be lower case letters",
                violations.found().getFirst().description());
    }

    @Test
    void longValue_isShortenedInTheMessage() {
        violations.check(false, "text", "x".repeat(10_000), "must be short");
        assertTrue(violations.found().getFirst().description().length() < 120);
    }

    @Test
    void manyViolations_areBounded() {
        for (int i = 0; i < 1_000; i++) {
            violations.add("f" + i, "is wrong");
        }
        assertEquals(50, violations.found().size());
    }

    @Test
    void several_firstIsInTheMessageAndAllInTheDetails() {
        violations.add("a", "is wrong");
        violations.add("b", "is wrong too");
        ZugabeException failure = assertThrows(ZugabeException.class, violations::throwIfAny);
        assertEquals("a: is wrong (and 1 more)", failure.text());
        assertEquals(2, failure.violations().size());
    }
}
