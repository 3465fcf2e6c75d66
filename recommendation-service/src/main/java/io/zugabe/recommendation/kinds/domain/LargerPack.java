package io.zugabe.recommendation.kinds.domain;

import io.zugabe.recommendation.replica.domain.LocalizedText;
import io.zugabe.recommendation.replica.domain.Product;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The same product in a larger pack, cheaper by unit.
 *
 * @param amount how the packs differ in what is in them
 * @param unitPriceBefore price of one unit in the smaller pack, in the shop's currency
 * @param unitPrice price of one unit in the larger pack; at least one per cent lower
 */
public record LargerPack(Difference amount, double unitPriceBefore, double unitPrice) {

    /** What a pack's size looks like in a model's name: "600 g", "3 kg", "40 pieces", "6x". */
    private static final Pattern SIZE = Pattern.compile(
            "\\d+([.,]\\d+)?\\s*(x|kg|g|mg|ml|cl|l|pieces|piece|pcs|pack|rolls|stück|er)?\\b",
            Pattern.CASE_INSENSITIVE);

    private static final double CHEAPER = 0.99;

    /**
     * The step from one pack to another; empty if they are not the same product, or the second is not larger and
     * cheaper by unit. The same are two products of one brand and type that differ in nothing but the amount:
     * variants of one another, or of models named alike but for the size.
     */
    public static Optional<LargerPack> of(Product from, Product to, List<Trait> traits) {
        Trait amount = amount(traits);
        if (amount == null || from.brand().isEmpty() || !from.brand().equals(to.brand()) || !isSame(from, to, amount)) {
            return Optional.empty();
        }
        TraitValue before = TraitValue.of(from, amount.attribute());
        TraitValue after = TraitValue.of(to, amount.attribute());
        double unitBefore = from.price().amount() / before.number();
        double unit = to.price().amount() / after.number();
        boolean larger = before.number() > 0 && after.number() > before.number();
        if (!larger || !before.unit().equals(after.unit()) || !(unit <= unitBefore * CHEAPER)) {
            return Optional.empty();
        }
        Difference difference =
                new Difference(amount.attribute(), amount.name(), before.shown(), after.shown(), after.unit(), true);
        return Optional.of(new LargerPack(difference, unitBefore, unit));
    }

    private static @Nullable Trait amount(List<Trait> traits) {
        for (Trait trait : traits) {
            if (trait.role() == Trait.Role.AMOUNT) {
                return trait;
            }
        }
        return null;
    }

    private static boolean isSame(Product from, Product to, Trait amount) {
        boolean variants = from.isVariantOf(to);
        if (!variants && (stem(from).isEmpty() || !stem(from).equals(stem(to)))) {
            return false;
        }
        Set<String> keys = new HashSet<>(from.attributes().keySet());
        keys.addAll(to.attributes().keySet());
        keys.remove(amount.attribute());
        return keys.stream().allMatch(key -> TraitValue.of(from, key).sameAs(TraitValue.of(to, key)));
    }

    private static String stem(Product product) {
        return SIZE.matcher(product.model())
                .replaceAll(" ")
                .replaceAll("[\\s,]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /** The price by unit as a difference. */
    public Difference pricePerUnit(String currency) {
        return new Difference(
                Difference.PRICE_PER_UNIT,
                new LocalizedText(Map.of("en", "price per unit", "de", "Preis je Einheit", "nl", "prijs per stuk")),
                plain(unitPriceBefore),
                plain(unitPrice),
                currency,
                true);
    }

    private static String plain(double amount) {
        return String.format(Locale.ROOT, "%.4f", amount);
    }
}
