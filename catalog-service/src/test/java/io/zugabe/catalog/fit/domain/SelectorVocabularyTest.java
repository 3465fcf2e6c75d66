package io.zugabe.catalog.fit.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zugabe.catalog.fit.domain.SelectorVocabulary.Element;
import io.zugabe.catalog.fit.domain.SelectorVocabulary.Misnomer;
import io.zugabe.catalog.schema.domain.AttributeDeclaration;
import io.zugabe.catalog.schema.domain.AttributeKind;
import io.zugabe.catalog.schema.domain.Schema;
import io.zugabe.catalog.schema.domain.TypeDeclaration;
import io.zugabe.catalog.text.domain.LocalizedText;
import io.zugabe.kit.test.Proves;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Proves("O1")
class SelectorVocabularyTest {

    private static final SelectorVocabulary VOCABULARY = new SelectorVocabulary(
            new Schema(List.of(
                    type("device", "", declared("power", AttributeKind.NUMBER, "W")),
                    type("camera", "device", enumerated("mount", Map.of("RF", "Canon RF"), "Canon RF", "Nikon Z")),
                    type("lens", "", enumerated("mount", Map.of(), "Canon RF")))),
            Set.of("tent"));

    @ParameterizedTest
    @CsvSource({
        "camera, mount, RF",
        "camera, mount, nikon z",
        "camera, power, 0.045 kW",
        "camera, brand, Canon",
        "camera, model, R6",
        "device, mount, Nikon Z",
        "tent, anything, at all"
    })
    void meaningful_isAccepted(String type, String attribute, String value) {
        Selector selector = new Selector.ByAttributes(type, attribute, value);
        assertEquals(Optional.empty(), VOCABULARY.wrongType(selector));
        assertEquals(Optional.empty(), VOCABULARY.wrongAttribute(selector));
    }

    @Test
    void attributeOfNoSuchName_namesTheOnesThereAre_closestFirst() {
        assertEquals(
                Optional.of(new Misnomer(
                        Element.ATTRIBUTE,
                        "mout",
                        "is no attribute of camera or a type below it; there are mount, model, power, brand")),
                VOCABULARY.wrongAttribute(new Selector.ByAttributes("camera", "mout", "RF")));
    }

    @Test
    void valueThatIsNotAllowed_namesTheAllowedOnes() {
        assertEquals(
                Optional.of(
                        new Misnomer(Element.VALUE, "Nikn Z", "is no value of mount; allowed are Nikon Z, Canon RF")),
                VOCABULARY.wrongAttribute(new Selector.ByAttributes("device", "mount", "Nikn Z")));
        assertEquals(
                Optional.of(new Misnomer(Element.VALUE, "Nikon Z", "is no value of mount; allowed are Canon RF")),
                VOCABULARY.wrongAttribute(new Selector.ByAttributes("lens", "mount", "Nikon Z")));
    }

    @Test
    void valueThatCannotBeRead_saysWhy() {
        assertEquals(
                Optional.of(new Misnomer(
                        Element.VALUE,
                        "45 V",
                        "cannot be a value of power: it has the unit \"V\", which cannot be converted; write it in W,"
                                + " for instance \"12 W\"")),
                VOCABULARY.wrongAttribute(new Selector.ByAttributes("device", "power", "45 V")));
    }

    @Test
    void typeThatNobodyKnows_namesTheClosest() {
        String why = "is a type that nobody declares and of which there is no product; closest among the declared"
                + " types: camera, lens, device";
        assertEquals(
                Optional.of(new Misnomer(Element.TYPE, "camra", why)),
                VOCABULARY.wrongType(new Selector.ByType("camra")));
        assertEquals(
                Optional.of(new Misnomer(Element.TYPE, "camra", why)),
                VOCABULARY.wrongType(new Selector.ByAttributes("camra", "mount", "RF")));
        assertEquals(Optional.empty(), VOCABULARY.wrongType(new Selector.ByProduct("camra")));
    }

    private static TypeDeclaration type(String type, String parent, AttributeDeclaration... attributes) {
        return new TypeDeclaration(type, parent, LocalizedText.EMPTY, List.of(attributes), null, "test");
    }

    private static AttributeDeclaration declared(String attribute, AttributeKind kind, String unit) {
        return new AttributeDeclaration(attribute, kind, unit, List.of(), Map.of(), LocalizedText.EMPTY, false);
    }

    private static AttributeDeclaration enumerated(String attribute, Map<String, String> synonyms, String... values) {
        return new AttributeDeclaration(
                attribute, AttributeKind.TEXT, "", List.of(values), synonyms, LocalizedText.EMPTY, false);
    }
}
