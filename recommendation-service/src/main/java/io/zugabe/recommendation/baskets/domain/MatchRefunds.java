package io.zugabe.recommendation.baskets.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Says from which orders the units of one product that one customer sent back came. A function of the
 * sets of lines and refunds alone, so it does not matter in which order they became known.
 *
 * <p>Refunds that name their order come first. Each of the others, oldest first, takes units from the
 * customer's latest order before it that has any left, then from the one before that. What finds no
 * order stays unmatched: it is counted, never guessed.
 */
public final class MatchRefunds {

    private static final Comparator<RefundLine> OLDEST_FIRST =
            Comparator.comparing(RefundLine::time).thenComparing(RefundLine::event);
    private static final Comparator<OrderLine> LATEST_FIRST = Comparator.comparing(OrderLine::time)
            .thenComparing(OrderLine::order)
            .reversed();

    private MatchRefunds() {}

    /**
     * @param lines the orders of one customer with one product, one line per order
     * @param refunds what came back of it
     */
    public static Matched match(List<OrderLine> lines, List<RefundLine> refunds) {
        Map<String, Long> left = new HashMap<>();
        lines.forEach(line -> left.put(line.order(), line.quantity()));
        Map<RefundLine, Long> unmatched = new HashMap<>();
        List<RefundLine> sorted = new ArrayList<>(refunds);
        sorted.sort(Comparator.comparing((RefundLine refund) -> refund.order().isEmpty())
                .thenComparing(OLDEST_FIRST));
        List<OrderLine> latestFirst = lines.stream().sorted(LATEST_FIRST).toList();
        for (RefundLine refund : sorted) {
            unmatched.put(refund, take(refund, latestFirst, left));
        }
        Map<String, Long> returned = new HashMap<>();
        lines.forEach(line -> returned.put(line.order(), line.quantity() - left.getOrDefault(line.order(), 0L)));
        return new Matched(returned, unmatched);
    }

    /** Takes a refund's units from the orders; returns how many found none. */
    private static long take(RefundLine refund, List<OrderLine> latestFirst, Map<String, Long> left) {
        long open = refund.quantity();
        for (OrderLine line : latestFirst) {
            boolean possible = refund.order().isEmpty()
                    ? !line.time().isAfter(refund.time())
                    : line.order().equals(refund.order());
            if (possible && open > 0) {
                long taken = Math.min(open, left.getOrDefault(line.order(), 0L));
                left.merge(line.order(), -taken, Long::sum);
                open -= taken;
            }
        }
        return open;
    }

    /**
     * The result.
     *
     * @param returnedByOrder units sent back, for every order
     * @param unmatched units of each refund that found no order; 0 if all did
     */
    public record Matched(Map<String, Long> returnedByOrder, Map<RefundLine, Long> unmatched) {}
}
