package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.kinds.domain.PlacementRules;
import io.zugabe.recommendation.kinds.domain.Wishes;
import io.zugabe.recommendation.products.domain.ProductIds;
import io.zugabe.recommendation.replica.adapter.RecordedCatalog;
import io.zugabe.recommendation.replica.domain.LocalizedText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The demo shop as it was recorded, with the orders and visits that a file tells. */
final class GoldenShop {

    static final Path FOLDER = Path.of("src/test/resources/golden");
    static final Path CATALOG = FOLDER.resolve("demo-shop.catalog.gz");

    private GoldenShop() {}

    static Snapshot open() {
        ProductIds ids = new ProductIds();
        RecordedCatalog catalog = RecordedCatalog.read(CATALOG, ids);
        Shop shop = new Shop(ids, catalog::publish).learnsTaste().learnsHabits();
        shop.traits(lines(Path.of("src/main/resources/kinds/traits.tsv")).toArray(String[]::new));
        shop.rules(Placement.HOME, home());
        lines(FOLDER.resolve("history.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(line -> tell(line, shop));
        return shop.snapshot();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A line of the history, in one of the forms that its head explains. */
    private static void tell(String line, Shop shop) {
        String[] words = line.strip().split("[\\s:]+");
        int number = Integer.parseInt(words[1]);
        switch (words[0]) {
            case "orders" -> shop.orders(number, rest(words, 2));
            case "visits" -> shop.visits(number, rest(words, 2));
            case "later" -> {
                int days = Integer.parseInt(words[2]);
                for (int customer = 0; customer < number; customer++) {
                    String name = line.hashCode() + "-" + customer;
                    shop.bought(name, customer % 60, words[3]);
                    shop.bought(name, customer % 60 + days + customer % 5, rest(words, 4));
                }
            }
            default -> throw new IllegalArgumentException(line);
        }
    }

    private static String[] rest(String[] words, int from) {
        return List.of(words).subList(from, words.length).toArray(String[]::new);
    }

    /** As a merchandiser may have set them: a deal of the day. */
    private static PlacementRules home() {
        PlacementRules usual = Merchandise.defaults(Placement.HOME);
        return new PlacementRules(
                usual.maxOffers(),
                usual.maxCartShare(),
                Set.of(),
                usual.upgradeRatio(),
                usual.maxUpgrades(),
                usual.maxBundles(),
                usual.sampleShare(),
                Wishes.NONE,
                List.of(new Wishes.Deal(
                        "bosch-twk3p420",
                        Optional.of(Ask.NOW),
                        Optional.empty(),
                        new LocalizedText(Map.of("en", "Deal of the day", "de", "Angebot des Tages")))));
    }
}
