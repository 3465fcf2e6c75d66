package io.zugabe.bench.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.bench.catalog.RulePacks;
import io.zugabe.catalog.fit.domain.RuleSet;
import io.zugabe.catalog.rule.adapter.Packs;
import io.zugabe.catalog.v1.Product;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The catalog is what the documentation of the benchmark says. */
class SyntheticCatalogTest {

    private static final int SIZE = 10_000;

    private final SyntheticCatalog catalog = new SyntheticCatalog(SIZE);

    @Test
    void products_sameNumber_sameProduct() {
        SyntheticCatalog again = new SyntheticCatalog(SIZE);
        for (int product : List.of(0, 17, SIZE - 1)) {
            assertEquals(catalog.product(product), again.product(product));
            assertEquals(
                    catalog.types().get(catalog.typeOf(product)).type(),
                    catalog.product(product).getType());
        }
    }

    @Test
    void designs_eachHasAProduct() {
        Set<List<Object>> designs = new HashSet<>();
        for (int number = 0; number < SIZE; number++) {
            Product product = catalog.product(number);
            var read = new java.util.HashMap<>(product.getAttributesMap());
            read.keySet().removeAll(Set.of("colour", "weight"));
            designs.add(List.of(product.getType(), read));
        }
        int declared =
                catalog.types().stream().mapToInt(SyntheticType::designCount).sum();
        assertTrue(declared > 5_000, "designs: " + declared);
        assertEquals(declared, designs.size());
    }

    @Test
    void types_fortyOfWhichEachGoesWithTwoToSix() {
        try (RulePacks packs = RulePacks.of(SyntheticCatalog.packs())) {
            RuleSet rules = Packs.load(Optional.of(packs.directory())).rules();
            List<String> types =
                    catalog.types().stream().map(SyntheticType::type).toList();
            assertEquals(40, types.size());
            for (String type : types) {
                long related = types.stream()
                        .filter(other -> rules.gates(type, other) || rules.gates(other, type))
                        .count();
                assertTrue(related >= 2 && related <= 6, type + " goes with " + related);
            }
        }
    }

    @Test
    void firstAbove_isTheFirstGreaterEntry() {
        double[] ascending = {1, 2, 4};
        assertEquals(
                List.of(0, 1, 2, 2),
                List.of(0.5, 1.0, 3.9, 9.0).stream()
                        .map(value -> SyntheticType.firstAbove(ascending, value))
                        .toList());
    }

    @Test
    void anyDesign_frequentOnesComeFirst() {
        SyntheticType type = catalog.types().getFirst();
        SplittableRandom random = new SplittableRandom(1);
        long[] drawn = new long[type.designCount()];
        IntStream.range(0, 10_000).forEach(_ -> drawn[type.anyDesign(random)]++);
        assertTrue(drawn[0] > 10 * drawn[drawn.length - 1], drawn[0] + " times the first");
    }
}
