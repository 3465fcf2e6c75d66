package io.zugabe.recommendation.kinds.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import io.zugabe.recommendation.replica.domain.LocalizedText;
import io.zugabe.recommendation.replica.domain.Money;
import io.zugabe.recommendation.replica.domain.Product;
import io.zugabe.recommendation.replica.domain.TypePath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TraitsTest {

    private static final Traits TRAITS = Traits.parse(List.of(
            "# said by nobody",
            "",
            "device\tpower\tmore\tpower\tLeistung",
            "phone\tmount\tsame\tmount\tBajonett",
            "phone\tweight\tless\tweight\tGewicht",
            "phone\tclass\trank:low<high\tclass\tKlasse",
            "rice\tcontent\tamount\tcontent\tInhalt"));

    @Test
    void type_inheritsTheTraitsOfTheTypesAbove() {
        assertEquals(
                List.of("mount", "weight", "class", "power"),
                TRAITS.of(new TypePath(List.of("phone", "device"))).stream()
                        .map(Trait::attribute)
                        .toList());
        assertEquals(List.of(), TRAITS.of(new TypePath(List.of("mug"))));
    }

    @Test
    void line_thatCannotBeRead_isRefusedWithItsNumber() {
        var role = assertThrows(IllegalArgumentException.class, () -> Traits.parse(List.of("a\tb\tbetter\tc\td")));
        assertTrue(role.getMessage().contains("line 1: \"better\""), role::getMessage);
        var columns = assertThrows(IllegalArgumentException.class, () -> Traits.parse(List.of("", "a\tb")));
        assertTrue(columns.getMessage().contains("line 2 has 2 columns"), columns::getMessage);
    }

    @Test
    void builtInFile_canBeRead() throws IOException {
        try (InputStream file = TraitsTest.class.getResourceAsStream("/kinds/traits.tsv")) {
            List<String> lines = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertTrue(Traits.parse(lines)
                            .of(new TypePath(List.of("camera_body", "camera")))
                            .size()
                    > 2);
        }
    }

    @Test
    @Proves("O7")
    void better_needsEverythingAtLeastAsGoodAndSomethingBetter() {
        Product from = phone(Map.of(
                "mount",
                List.of("RF"),
                "power",
                List.of("20", "20 W"),
                "weight",
                List.of("200"),
                "class",
                List.of("low")));
        assertEquals(
                List.of("weight: 180 for 200", "class: high for low", "power: 25 W for 20"),
                differences(
                        from,
                        Map.of(
                                "mount", List.of("RF"),
                                "power", List.of("25", "25 W"),
                                "weight", List.of("180"),
                                "class", List.of("high"))));
        assertNotBetter(from, "equal", from.attributes());
        assertNotBetter(
                from,
                "another need",
                Map.of(
                        "mount",
                        List.of("EF"),
                        "power",
                        List.of("25"),
                        "weight",
                        List.of("180"),
                        "class",
                        List.of("high")));
        assertNotBetter(
                from,
                "heavier",
                Map.of(
                        "mount",
                        List.of("RF"),
                        "power",
                        List.of("25"),
                        "weight",
                        List.of("201"),
                        "class",
                        List.of("high")));
        assertNotBetter(
                from,
                "lacks an attribute",
                Map.of("mount", List.of("RF"), "power", List.of("25"), "class", List.of("high")));
        assertNotBetter(
                from,
                "a value that is not ranked",
                Map.of(
                        "mount",
                        List.of("RF"),
                        "power",
                        List.of("25"),
                        "weight",
                        List.of("180"),
                        "class",
                        List.of("odd")));
    }

    @Test
    @Proves("O7")
    void largerPack_isTheSameCheaperByUnit() {
        Product small = rice("Basmati 600 g", 600, 4.49, "basmati", "Reishunger");
        LargerPack pack = LargerPack.of(small, rice("Basmati 3 kg", 3000, 16.99, "basmati", "Reishunger"), traits())
                .orElseThrow();
        assertEquals("3000", pack.amount().to());
        assertTrue(pack.unitPrice() < pack.unitPriceBefore());
        assertNoPack("dearer by unit", small, rice("Basmati 3 kg", 3000, 23, "basmati", "Reishunger"));
        assertNoPack("another brand", small, rice("Basmati 3 kg", 3000, 16.99, "basmati", "Tilda"));
        assertNoPack("another sort", small, rice("Basmati 3 kg", 3000, 16.99, "jasmine", "Reishunger"));
        assertNoPack("another model", small, rice("Sushi 3 kg", 3000, 16.99, "basmati", "Reishunger"));
        assertNoPack("smaller", small, rice("Basmati 300 g", 300, 1.99, "basmati", "Reishunger"));
    }

    private static void assertNoPack(String why, Product from, Product to) {
        assertEquals(Optional.empty(), LargerPack.of(from, to, traits()), why);
    }

    private static void assertNotBetter(Product from, String why, Map<String, List<String>> attributes) {
        assertEquals(Optional.empty(), Comparison.better(from, phone(attributes), TRAITS.of(from.type())), why);
    }

    private static List<String> differences(Product from, Map<String, List<String>> attributes) {
        return Comparison.better(from, phone(attributes), TRAITS.of(from.type())).orElseThrow().stream()
                .map(difference -> difference.attribute() + ": " + difference.to()
                        + (difference.unit().isEmpty() ? "" : " " + difference.unit()) + " for " + difference.from())
                .toList();
    }

    private static List<Trait> traits() {
        return TRAITS.of(new TypePath(List.of("rice")));
    }

    private static Product phone(Map<String, List<String>> attributes) {
        return product(new TypePath(List.of("phone", "device")), "", "", 100, attributes);
    }

    private static Product rice(String model, int grams, double price, String variety, String brand) {
        return product(
                new TypePath(List.of("rice")),
                brand,
                model,
                price,
                Map.of("content", List.of(String.valueOf(grams), grams + " g"), "variety", List.of(variety)));
    }

    private static Product product(
            TypePath type, String brand, String model, double price, Map<String, List<String>> attributes) {
        return new Product(
                1,
                "p",
                "",
                type,
                brand,
                model,
                LocalizedText.NONE,
                attributes,
                new Money("EUR", Math.round(price * Money.MICROS)),
                Optional.empty(),
                1,
                0,
                0,
                List.of(),
                "",
                false,
                0);
    }
}
