package io.zugabe.catalog.schema.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.zugabe.catalog.text.domain.LocalizedText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "45 W | 45 W",
                "45W | 45 W",
                "0.045 kW | 45 W",
                "4500 mW | 4.5 W",
                "4,5 W | 4.5 W",
                "+45 W | 45 W",
                "−3 W | -3 W"
            })
    void number_withConvertibleUnit_isConverted(String written, String canonical) {
        assertEquals(canonical, read(number("W"), written).asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"45", "45 V", "1,500 W", "forty five W", "45 W max", "", "W", "45-60 W", "1e3 W", "NaN W"})
    void number_withDoubt_isRefused(String written) {
        assertInstanceOf(Reading.Refused.class, ValueReader.read(number("W"), new AttributeValue.Text(written)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,500 W | 1.5 or 1500",
                "1.500 W | 1.5 or 1500",
                "12.345 W | 12.3450 or 12345",
                "4.000 W | 4 or 4000"
            })
    void number_beforeThreeDigits_isSaidToBeReadableInTwoWays(String written, String ways) {
        assertEquals(
                new Reading.Refused("can be read in two ways; write " + ways),
                ValueReader.read(number("W"), new AttributeValue.Text(written)));
    }

    @ParameterizedTest
    @CsvSource({"0.125 W,0.125 W", "12.3450 W,12.345 W", "1234.567 W,1234.567 W"})
    void number_thatCannotBeThousands_isRead(String written, String canonical) {
        assertEquals(canonical, read(number("W"), written).asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"LP-E6/LP-E6N", "LP-E6 and LP-E6N", "LP-E6 und LP-E6N", "LP-E6; LP-E6N", "LP-E6 & LP-E6N"})
    void list_asOneTextOfSeveral_isRefused(String written) {
        assertInstanceOf(Reading.Refused.class, ValueReader.read(list(), new AttributeValue.Text(written)));
    }

    @ParameterizedTest
    @CsvSource({"480 Mb/s,0.48 Gb/s", "60 MB/s,0.48 Gb/s", "10 Gbit/s,10 Gb/s"})
    void dataRate_inBitsOrBytes_isOneDimension(String written, String canonical) {
        assertEquals(canonical, read(number("Gb/s"), written).asText());
    }

    @ParameterizedTest
    @CsvSource({"1 in,25.4 mm", "6.1\",154.94 mm", "2 cm,20 mm", "1 m,1000 mm"})
    void length_inAnyUnit_isConverted(String written, String canonical) {
        assertEquals(canonical, read(number("mm"), written).asText());
    }

    @Test
    void plainNumber_asText_needsNoUnit() {
        assertEquals("3", read(number(""), "3").asText());
        assertInstanceOf(Reading.Refused.class, ValueReader.read(number(""), new AttributeValue.Text("3 W")));
    }

    @Test
    void quantity_withoutUnit_isCanonical() {
        assertEquals(
                new Reading.Accepted(new AttributeValue.Number(45, "W")),
                ValueReader.read(number("W"), new AttributeValue.Number(45, "")));
        assertInstanceOf(
                Reading.Refused.class,
                ValueReader.read(number("W"), new AttributeValue.Number(Double.POSITIVE_INFINITY, "")));
    }

    @ParameterizedTest
    @CsvSource({"USB-C,USB-C", "Type-C,USB-C", "usb-c,USB-C", "Lightning,Lightning"})
    void enumerated_bySynonymOrCase_isCanonical(String written, String canonical) {
        assertEquals(canonical, read(plug(AttributeKind.TEXT), written).asText());
    }

    @Test
    void enumerated_unknownValue_isRefused() {
        assertInstanceOf(
                Reading.Refused.class, ValueReader.read(plug(AttributeKind.TEXT), new AttributeValue.Text("USB-D")));
    }

    @Test
    void list_isSortedAndCanonical() {
        assertEquals(
                new Reading.Accepted(new AttributeValue.TextList(List.of("Lightning", "USB-C"))),
                ValueReader.read(
                        plug(AttributeKind.LIST),
                        new AttributeValue.TextList(List.of("Type-C", "Lightning", "USB-C"))));
        assertEquals("USB-C", read(plug(AttributeKind.LIST), "Type-C").asText());
    }

    @Test
    void list_asSeparatedText_isRefused() {
        AttributeDeclaration free = declaration(AttributeKind.LIST, "", List.of(), Map.of());
        assertEquals("LP-E6N", read(free, "LP-E6N").asText());
        assertInstanceOf(Reading.Refused.class, ValueReader.read(free, new AttributeValue.Text("LP-E6N, LP-E6NH")));
    }

    @ParameterizedTest
    @CsvSource({"3.6..4.2 V,3.6–4.2 V", "3.6 .. 4.2 V,3.6–4.2 V", "3600–4200 mV,3.6–4.2 V"})
    void range_isConverted(String written, String canonical) {
        assertEquals(
                canonical,
                read(declaration(AttributeKind.RANGE, "V", List.of(), Map.of()), written)
                        .asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.2..3.6 V", "3.6 V", "3.6-4.2 V", "3.6..4.2", "3.6..4.2 W"})
    void range_withDoubt_isRefused(String written) {
        assertInstanceOf(
                Reading.Refused.class,
                ValueReader.read(
                        declaration(AttributeKind.RANGE, "V", List.of(), Map.of()), new AttributeValue.Text(written)));
    }

    @Test
    void kindMismatch_isRefused() {
        assertInstanceOf(
                Reading.Refused.class, ValueReader.read(plug(AttributeKind.TEXT), new AttributeValue.Number(1, "")));
        assertInstanceOf(Reading.Refused.class, ValueReader.read(number("W"), new AttributeValue.Truth(true)));
        AttributeDeclaration truth = declaration(AttributeKind.TRUTH, "", List.of(), Map.of());
        assertEquals("true", read(truth, "yes").asText());
        assertInstanceOf(Reading.Refused.class, ValueReader.read(truth, new AttributeValue.Text("perhaps")));
    }

    private static AttributeValue read(AttributeDeclaration declared, String text) {
        Reading reading = ValueReader.read(declared, new AttributeValue.Text(text));
        return assertInstanceOf(Reading.Accepted.class, reading, reading::toString)
                .value();
    }

    private static AttributeDeclaration number(String unit) {
        return declaration(AttributeKind.NUMBER, unit, List.of(), Map.of());
    }

    @ParameterizedTest
    @CsvSource({"LP-E6,LP-E6|LP-E6N|LP-E6NH", "LP-E6N,LP-E6N|LP-E6NH", "LP-E6NH,LP-E6NH", "EN-EL15,EN-EL15"})
    void list_asRulesSeeIt_takesLaterOnesOfAFamily_neverEarlierOnes(String named, String taken) {
        AttributeDeclaration declared = new AttributeDeclaration(
                "models",
                AttributeKind.LIST,
                "",
                List.of(),
                Map.of(),
                LocalizedText.EMPTY,
                List.of(List.of("LP-E6", "LP-E6N", "LP-E6NH")),
                false);
        assertEquals(
                new AttributeValue.TextList(List.of(taken.split("\\|"))),
                declared.completed(new AttributeValue.TextList(List.of(named))));
    }

    private static AttributeDeclaration list() {
        return declaration(AttributeKind.LIST, "", List.of(), Map.of());
    }

    private static AttributeDeclaration plug(AttributeKind kind) {
        return declaration(kind, "", List.of("USB-C", "Lightning"), Map.of("Type-C", "USB-C"));
    }

    private static AttributeDeclaration declaration(
            AttributeKind kind, String unit, List<String> values, Map<String, String> synonyms) {
        return new AttributeDeclaration("attribute", kind, unit, values, synonyms, LocalizedText.EMPTY, false);
    }
}
