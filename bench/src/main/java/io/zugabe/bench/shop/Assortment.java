package io.zugabe.bench.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** All products as they are in truth, made up from a seed. */
public final class Assortment {

    /** Share of products that must fit whose decisive attribute the catalog lacks. */
    private static final double GAPS = 0.06;

    private static final int SYSTEMS = 5;
    private static final int MODELS = 6;
    private static final double PRICE_SPREAD = 0.45;

    private final List<Kind> kinds = Kind.all();
    private final List<Good> goods = new ArrayList<>();
    private final List<List<Good>> byKind = new ArrayList<>();

    public Assortment(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (Kind kind : kinds) {
            List<Good> some = new ArrayList<>();
            for (int i = 0; i < kind.products(); i++) {
                Good good = good(goods.size(), kind, random);
                goods.add(good);
                some.add(good);
            }
            byKind.add(List.copyOf(some));
        }
    }

    private static Good good(int number, Kind kind, SplittableRandom random) {
        long price = Math.max(199, Math.round(100 * kind.price() * Math.exp(PRICE_SPREAD * random.nextGaussian())));
        double margin = Math.clamp(kind.margin() + 0.05 * random.nextGaussian(), 0.03, 0.7);
        int models = 1 << random.nextInt(MODELS);
        if (kind.role() == Kind.Role.DEVICE && random.nextDouble() < 0.4) {
            models |= 1 << random.nextInt(MODELS);
        }
        double size = random.nextInt(80, 161) * (kind.role() == Kind.Role.CASE ? 1.1 : 1);
        return new Good(
                number,
                kind,
                price,
                Math.round(price * (1 - margin)),
                random.nextGaussian(),
                random.nextInt(SYSTEMS),
                models,
                size,
                (kind.role().mustFit() || kind.role() == Kind.Role.DEVICE) && random.nextDouble() < GAPS);
    }

    /** All types. */
    public List<Kind> kinds() {
        return kinds;
    }

    /** Number of products. */
    public int size() {
        return goods.size();
    }

    /** A product. */
    public Good good(int number) {
        return goods.get(number);
    }

    /** The products of one role in a group. */
    public List<Good> of(int group, Kind.Role role) {
        for (int i = 0; i < kinds.size(); i++) {
            if (kinds.get(i).group() == group && kinds.get(i).role() == role) {
                return byKind.get(i);
            }
        }
        return List.of();
    }

    /** What shoppers come for in a group. */
    public List<Good> mains(int group) {
        return of(group, group < Kind.DEVICE_GROUPS ? Kind.Role.DEVICE : Kind.Role.THING);
    }
}
