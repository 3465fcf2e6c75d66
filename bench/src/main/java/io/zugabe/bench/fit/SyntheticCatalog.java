package io.zugabe.bench.fit;

import com.google.type.Money;
import io.zugabe.bench.fit.SyntheticFamily.Kind;
import io.zugabe.catalog.v1.Product;
import io.zugabe.catalog.v1.Rating;
import io.zugabe.common.v1.LocalizedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * A catalog made up from a seed: 40 types in eight families, of which each goes with two to six others by
 * rules. Each product is made from its number alone, so that a catalog of any size needs no memory.
 */
public final class SyntheticCatalog {

    private static final long SEED = 20261122;
    private static final List<String> COLOURS = List.of("black", "white", "red", "blue", "green", "grey", "silver");
    private static final int BRANDS = 200;
    private static final int NANOS_PER_CENT = 10_000_000;
    private static final int ONE_IN_UNTRACKED = 10;

    private final int size;
    private final List<SyntheticType> types = new ArrayList<>();
    private final double[] cumulative;
    private final int designs;

    /**
     * @param size number of products
     */
    public SyntheticCatalog(int size) {
        this.size = size;
        SplittableRandom random = new SplittableRandom(SEED);
        for (SyntheticFamily family : SyntheticFamily.all()) {
            for (Kind kind : Kind.values()) {
                types.add(new SyntheticType(family, kind, random.split()));
            }
        }
        this.cumulative = new double[types.size()];
        double sum = 0;
        for (int i = 0; i < cumulative.length; i++) {
            sum += types.get(i).family().weight() * types.get(i).kind().share();
            cumulative[i] = sum;
        }
        this.designs = types.stream().mapToInt(SyntheticType::designCount).sum();
    }

    public int size() {
        return size;
    }

    public List<SyntheticType> types() {
        return types;
    }

    /** The rule packs by the names of their files. */
    public static Map<String, String> packs() {
        return SyntheticFamily.all().stream()
                .collect(Collectors.toMap(SyntheticFamily::packFile, SyntheticFamily::pack));
    }

    /** The id of a product. */
    public static String id(int number) {
        return String.format(Locale.ROOT, "SKU-%07d", number);
    }

    /** The number of the product with an id. */
    public static int number(String id) {
        return Integer.parseInt(id.substring(id.indexOf('-') + 1));
    }

    /** Number of a product's type in {@link #types}. */
    public int typeOf(int number) {
        return place(number, random(number)).type();
    }

    /**
     * A product.
     *
     * @param number 0 to size − 1
     */
    public Product product(int number) {
        SplittableRandom random = random(number);
        Place place = place(number, random);
        SyntheticType type = types.get(place.type());
        String brand = "Brand " + random.nextInt(BRANDS);
        String model = brand.substring(6) + "-" + (char) ('A' + random.nextInt(26)) + random.nextInt(10_000);
        Product.Builder product = Product.newBuilder()
                .setProductId(id(number))
                .setType(type.type())
                .setBrand(brand)
                .setModel(model)
                .setName(LocalizedText.newBuilder()
                        .putTexts(
                                "en",
                                brand + " " + model + " " + type.kind().name().toLowerCase(Locale.ROOT))
                        .putTexts("de", brand + " " + model))
                .setPrice(Money.newBuilder()
                        .setCurrencyCode("EUR")
                        .setUnits((long) Math.exp(1 + 5 * random.nextDouble()))
                        .setNanos(random.nextInt(100) * NANOS_PER_CENT))
                .setRating(Rating.newBuilder()
                        .setAverage(1 + random.nextInt(41) / 10.0)
                        .setCount(random.nextInt(1_000)))
                .addCategoryPath("Synthetic")
                .addCategoryPath(type.family().name())
                .addCategoryPath(type.kind().name())
                .putAllAttributes(type.design(place.design()))
                .putAttributes("colour", SyntheticFamily.text(COLOURS.get(random.nextInt(COLOURS.size()))))
                .putAttributes("weight", SyntheticFamily.number(20 + random.nextInt(3_000), "g"));
        if (random.nextInt(ONE_IN_UNTRACKED) > 0) {
            product.setStock(random.nextInt(200));
        }
        return product.build();
    }

    /** Number of designs of all types. */
    public int designs() {
        return designs;
    }

    /** The number of a product's design, 0 to {@link #designs} − 1, those of the first type first. */
    public int designOf(int number) {
        Place place = place(number, random(number));
        int before = 0;
        for (int type = 0; type < place.type(); type++) {
            before += types.get(type).designCount();
        }
        return before + place.design();
    }

    /** Every design has a product, however rarely it is chosen; they come scattered, as they would in a shop's export. */
    private Place place(int number, SplittableRandom random) {
        int stride = Math.max(1, size / designs);
        if (number % stride == 0 && number / stride < designs) {
            int design = number / stride;
            for (int type = 0; ; type++) {
                if (design < types.get(type).designCount()) {
                    return new Place(type, design);
                }
                design -= types.get(type).designCount();
            }
        }
        int type = SyntheticType.firstAbove(cumulative, random.nextDouble() * cumulative[cumulative.length - 1]);
        return new Place(type, types.get(type).anyDesign(random));
    }

    private static SplittableRandom random(int number) {
        return new SplittableRandom(SEED + 31L * (number + 1));
    }

    private record Place(int type, int design) {}
}
