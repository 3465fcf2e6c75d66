package io.zugabe.bench.fit;

import io.zugabe.catalog.fit.domain.RuleSet;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Draws products of a synthetic catalog whose types have to do with each other, as a shop would ask about them. */
final class Relatives {

    private final int[] types;
    private final int[][] products;
    private final int[][] related;

    Relatives(SyntheticCatalog catalog, RuleSet rules) {
        List<String> names = catalog.types().stream().map(SyntheticType::type).toList();
        this.types = IntStream.range(0, catalog.size()).map(catalog::typeOf).toArray();
        this.products = IntStream.range(0, names.size())
                .mapToObj(type -> IntStream.range(0, types.length)
                        .filter(product -> types[product] == type)
                        .toArray())
                .toArray(int[][]::new);
        this.related = names.stream()
                .map(name -> IntStream.range(0, names.size())
                        .filter(other -> rules.gates(name, names.get(other)) || rules.gates(names.get(other), name))
                        .toArray())
                .toArray(int[][]::new);
    }

    /** Fewest and most types that a type goes with. */
    String describe() {
        int least = Arrays.stream(related).mapToInt(each -> each.length).min().orElse(0);
        int most = Arrays.stream(related).mapToInt(each -> each.length).max().orElse(0);
        return "%d types, each with rules about %d to %d others".formatted(related.length, least, most);
    }

    /** Any product. */
    int any(SplittableRandom random) {
        return random.nextInt(types.length);
    }

    /** A product of a type about which and the anchor's there are rules. */
    int relatedTo(int anchor, SplittableRandom random) {
        int[] choice = related[types[anchor]];
        int[] ofType = products[choice[random.nextInt(choice.length)]];
        return ofType[random.nextInt(ofType.length)];
    }
}
