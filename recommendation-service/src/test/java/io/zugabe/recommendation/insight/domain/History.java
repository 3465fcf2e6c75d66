package io.zugabe.recommendation.insight.domain;

import io.zugabe.recommendation.feedback.domain.OfferOrigin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** What was told, drawn at random; and the slow and obvious way to count it. */
public final class History {

    public static final Windows WINDOWS = new Windows(100, 40);

    private static final List<String> PRODUCTS = List.of("mat", "lamp");
    private static final List<Person> PEOPLE =
            List.of(new Person("c1", ""), new Person("", "v1"), new Person("c1", "v1"), new Person("c2", "v1"));
    private static final List<String> PLACEMENTS = List.of("CART", "HOME");

    /** Something that was told: an {@link MadeOffer}, a {@link BoughtLine} or a {@link ReturnLine}. */
    public record Told(Object what) {}

    private final Random random;

    public History(long seed) {
        this.random = new Random(seed);
    }

    /** Some statements, each for the first time. */
    public List<Told> draw(int size) {
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            told.add(new Told(
                    switch (random.nextInt(5)) {
                        case 0 -> bought();
                        case 1 -> returned("r" + i);
                        default -> offer();
                    }));
        }
        return told;
    }

    private MadeOffer offer() {
        int decision = random.nextInt(8);
        long time = random.nextInt(200);
        int what = random.nextInt(4);
        return new MadeOffer(
                new OfferKey("d" + decision, PRODUCTS.get(random.nextInt(2))),
                PEOPLE.get(decision % PEOPLE.size()),
                PLACEMENTS.get(decision % 2),
                random.nextInt(4) == 0
                        ? OfferOrigin.UNKNOWN
                        : new OfferOrigin("tent-" + decision % 3, "tent", "curated", "CUSTOMER", 0.01 * decision),
                time,
                what == 1 ? time : MadeOffer.NEVER,
                what == 2 ? time : MadeOffer.NEVER,
                what == 3 ? time : MadeOffer.NEVER);
    }

    private BoughtLine bought() {
        int order = random.nextInt(6);
        return new BoughtLine(
                new LineKey("o" + order, PRODUCTS.get(random.nextInt(2))),
                PEOPLE.get(order % PEOPLE.size()),
                random.nextInt(300),
                1 + order % 2);
    }

    private ReturnLine returned(String event) {
        int order = random.nextInt(6);
        return new ReturnLine(
                event,
                PRODUCTS.get(random.nextInt(2)),
                random.nextBoolean() ? "o" + order : "",
                PEOPLE.get(order % PEOPLE.size()).subject(),
                random.nextInt(400),
                1);
    }

    public static List<MadeOffer> offers(Collection<Told> told) {
        return of(told, MadeOffer.class);
    }

    public static List<BoughtLine> lines(Collection<Told> told) {
        return of(told, BoughtLine.class);
    }

    public static List<ReturnLine> returns(Collection<Told> told) {
        return of(told, ReturnLine.class);
    }

    private static <T> List<T> of(Collection<Told> told, Class<T> kind) {
        return told.stream()
                .map(Told::what)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** The counts after all that was told: everything is looked at once more, without anything kept. */
    public static Map<CellKey, Counts> counts(Collection<Told> told) {
        Map<OfferKey, MadeOffer> offers = new HashMap<>();
        offers(told).forEach(offer -> offers.merge(offer.key(), offer, MadeOffer::with));
        Map<LineKey, BoughtLine> lines = new HashMap<>();
        lines(told).forEach(line -> lines.merge(line.key(), line, BoughtLine::with));
        Map<LineKey, Long> left = new HashMap<>();
        lines.forEach((key, line) -> left.put(key, line.quantity()));
        List<ReturnLine> returns =
                new ArrayList<>(returns(told).stream().distinct().toList());
        returns.sort(Comparator.comparing((ReturnLine line) -> line.order().isEmpty())
                .thenComparing(ReturnLine::time)
                .thenComparing(ReturnLine::event));
        for (ReturnLine back : returns) {
            long open = back.quantity();
            List<BoughtLine> from = lines.values().stream()
                    .filter(line -> line.key().product().equals(back.product()))
                    .filter(line -> back.order().isEmpty()
                            ? line.person().subject().equals(back.subject()) && line.time() <= back.time()
                            : line.key().order().equals(back.order()))
                    .sorted(Comparator.comparing(BoughtLine::time)
                            .thenComparing(line -> line.key().order())
                            .reversed())
                    .toList();
            for (BoughtLine line : from) {
                long taken = Math.min(open, left.get(line.key()));
                left.merge(line.key(), -taken, Long::sum);
                open -= taken;
            }
        }
        Map<OfferKey, KeptOffer> kept = new HashMap<>();
        offers.forEach((key, offer) -> kept.put(key, new KeptOffer(offer, 0, 0)));
        for (BoughtLine line : lines.values()) {
            best(line, offers.values())
                    .ifPresent(offer -> kept.computeIfPresent(
                            offer.key(), (key, counted) -> counted.plus(1, left.get(line.key()) == 0 ? 1 : 0)));
        }
        Map<CellKey, Counts> counts = new TreeMap<>();
        kept.values().forEach(offer -> counts.merge(offer.offer().cell(), Counts.of(offer), Counts::plus));
        return counts;
    }

    private static java.util.Optional<MadeOffer> best(BoughtLine line, Collection<MadeOffer> offers) {
        List<MadeOffer> own = offers.stream()
                .filter(offer -> offer.key().product().equals(line.key().product()))
                .filter(offer -> offer.person().meets(line.person()))
                .toList();
        return own.stream()
                .filter(offer -> offer.interest() <= line.time() && line.time() - offer.interest() <= WINDOWS.click())
                .max(Comparator.comparing(MadeOffer::interest).thenComparing(MadeOffer::key))
                .or(() -> own.stream()
                        .filter(offer -> offer.seen() <= line.time() && line.time() - offer.seen() <= WINDOWS.view())
                        .max(Comparator.comparing(MadeOffer::seen).thenComparing(MadeOffer::key)));
    }
}
