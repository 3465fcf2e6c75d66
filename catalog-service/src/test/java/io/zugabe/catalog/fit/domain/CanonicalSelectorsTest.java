package io.zugabe.catalog.fit.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zugabe.catalog.schema.domain.AttributeDeclaration;
import io.zugabe.catalog.schema.domain.AttributeKind;
import io.zugabe.catalog.schema.domain.Schema;
import io.zugabe.catalog.schema.domain.TypeDeclaration;
import io.zugabe.catalog.text.domain.LocalizedText;
import io.zugabe.kit.test.Proves;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Proves("O3")
class CanonicalSelectorsTest {

    private static final Schema SCHEMA = new Schema(List.of(
            type("device", "", declared("power", AttributeKind.NUMBER, "W")),
            type(
                    "camera",
                    "device",
                    mount("RF", "Canon RF"),
                    declared("packs", AttributeKind.LIST, ""),
                    declared("input", AttributeKind.RANGE, "V"),
                    declared("charges", AttributeKind.TRUTH, "")),
            type("lens", "device", mount("RF", "Canon RF"), declared("charges", AttributeKind.TEXT, "")),
            type("relay", "device", mount("RF", "Radio"))));

    @ParameterizedTest
    @CsvSource({
        "camera, mount, RF, Canon RF",
        "camera, mount, Canon RF, Canon RF",
        "camera, mount, canon rf, Canon RF",
        "camera, mount, EF, EF",
        "camera, power, 0.045 kW, 45 W",
        "camera, power, 45, 45",
        "camera, input, 3600..4200 mV, 3.6..4.2 V",
        "camera, input, 3.6–4.2 V, 3.6..4.2 V",
        "camera, packs, ' LP-E6 ', LP-E6",
        "camera, charges, yes, true",
        "camera, colour, Red, Red",
        "camera, brand, RF, RF",
        "device, power, 1500 mW, 1.5 W",
        "device, input, 3600..4200 mV, 3.6..4.2 V",
        "device, mount, RF, RF",
        "device, mount, canon rf, Canon RF",
        "device, charges, yes, yes",
        "tent, power, 0.045 kW, 0.045 kW"
    })
    void attributeValue_isWrittenAsProductsHoldIt(String type, String attribute, String value, String canonical) {
        Selector resolved = CanonicalSelectors.of(SCHEMA, new Selector.ByAttributes(type, attribute, value));
        assertEquals(new Selector.ByAttributes(type, attribute, canonical), resolved);
        assertEquals(resolved, CanonicalSelectors.of(SCHEMA, resolved));
    }

    private static TypeDeclaration type(String type, String parent, AttributeDeclaration... attributes) {
        return new TypeDeclaration(type, parent, LocalizedText.EMPTY, List.of(attributes), null, "test");
    }

    private static AttributeDeclaration declared(String attribute, AttributeKind kind, String unit) {
        return new AttributeDeclaration(attribute, kind, unit, List.of(), Map.of(), LocalizedText.EMPTY, false);
    }

    private static AttributeDeclaration mount(String spelling, String meant) {
        return new AttributeDeclaration(
                "mount", AttributeKind.TEXT, "", List.of(meant), Map.of(spelling, meant), LocalizedText.EMPTY, false);
    }
}
