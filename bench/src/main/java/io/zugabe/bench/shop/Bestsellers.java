package io.zugabe.bench.shop;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Offers what sells best in the department, returns subtracted; what sold lately counts more. Leaves out
 * what the shopper has bought, has in the cart, or what could replace what they look at.
 */
final class Bestsellers implements OfferPolicy {

    /** Sales count half after so many days. */
    private static final double HALF_LIFE = 28;

    private final Shelf shelf;
    private final Shoppings shoppings = new Shoppings();
    private final double[] sold;
    private int[][] best = {};

    Bestsellers(Shelf shelf) {
        this.shelf = shelf;
        this.sold = new double[shelf.size()];
    }

    @Override
    public void begin(int day) {
        double left = Math.pow(0.5, 1 / HALF_LIFE);
        Arrays.setAll(sold, product -> sold[product] * left);
        best = IntStream.range(0, Kind.GROUPS)
                .mapToObj(group -> IntStream.range(0, shelf.size())
                        .filter(product -> shelf.tag(product).group() == group && sold[product] > 0)
                        .boxed()
                        .sorted((one, other) -> Double.compare(sold[other], sold[one]))
                        .mapToInt(Integer::intValue)
                        .toArray())
                .toArray(int[][]::new);
    }

    @Override
    public void observe(List<Happening> happenings) {
        for (Happening happening : happenings) {
            if (happening.what() == Happening.What.BOUGHT || happening.what() == Happening.What.RETURNED) {
                shoppings.note(happening);
                for (int product : happening.products()) {
                    sold[product] += happening.what() == Happening.What.BOUGHT ? 1 : -1;
                }
            }
        }
    }

    @Override
    public void decide(List<Ask> asks) {
        for (Ask ask : asks) {
            int beside = ask.anchors.length > 0 ? ask.anchors[0] : ask.cart[0];
            ask.answer(
                    IntStream.of(best[shelf.tag(beside).group()])
                            .filter(product -> !shoppings.isOutOfPlace(product, ask, shelf))
                            .limit(ask.place.room)
                            .toArray(),
                    "");
        }
    }
}
