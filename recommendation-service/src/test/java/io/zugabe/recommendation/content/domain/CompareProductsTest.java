package io.zugabe.recommendation.content.domain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zugabe.kit.test.Proves;
import io.zugabe.recommendation.content.domain.Features.Described;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@Proves("O6")
class CompareProductsTest {

    private final Likeness likeness = compare(
            List.of(
                    described(1, "tent", "Dome tent Alpha", "persons=2", "brand=North"),
                    described(2, "tent", "Family tent Beta", "persons=6", "brand=South"),
                    described(3, "bag", "Dome bag Alpha", "persons=2", "brand=North")),
            List.of(
                    described(4, "tent", "Dome tent Gamma", "persons=2", "brand=North"),
                    described(5, "tent", "Something else", "persons=9", "brand=East"),
                    described(6, "lamp", "Dome lamp Alpha", "brand=North")));

    @Test
    void mostAlike_areFoundAmongTheSameType() {
        List<Integer> found = new ArrayList<>();
        List<Double> cosines = new ArrayList<>();
        likeness.forEach(4, (product, cosine) -> {
            found.add(product);
            cosines.add(cosine);
        });

        assertEquals(List.of(1), found, "the bag is alike and no tent; the family tent is none for two");
        // dome, tent, two persons and North are shared, each by two of three that sell; Alpha as well, Gamma by none
        double shared = 4 * square(1.5);
        double cosine = shared / (Math.sqrt(shared + square(1.5)) * Math.sqrt(shared + square(3)));
        assertEquals(cosine, cosines.getFirst(), 0.001);
    }

    @Test
    void whatIsLikeNothing_hasNoRow() {
        assertEquals(1, likeness.rows().size());
        assertEquals(6, likeness.products());
    }

    @Test
    void bytes_comeBackAsTheyWere_andDamageIsSeen() {
        byte[] bytes = LikenessBytes.write(likeness, number -> "p-" + number);

        Likeness read = LikenessBytes.read(bytes, id -> Integer.parseInt(id.substring(2)));

        assertArrayEquals(likeness.rows().get(4), read.rows().get(4));
        assertEquals(likeness.products(), read.products());
        bytes[10]++;
        assertThrows(IllegalArgumentException.class, () -> LikenessBytes.read(bytes, _ -> 0));
    }

    private static double square(double ratio) {
        return Math.log1p(ratio) * Math.log1p(ratio);
    }

    private static Likeness compare(List<Described> selling, List<Described> others) {
        CompareProducts comparison = new CompareProducts();
        selling.forEach(comparison::sells);
        comparison.index();
        others.forEach(comparison::compare);
        return comparison.done(40, 7);
    }

    private static Described described(int number, String type, String name, String... facts) {
        return new Described(number, type, List.of(name), List.of(facts));
    }
}
