package io.zugabe.recommendation.baskets.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MatchRefundsTest {

    @Test
    void namedOrder_isTakenFirst_whateverItsTime() {
        MatchRefunds.Matched matched =
                MatchRefunds.match(List.of(line("o1", 1, 2), line("o2", 5, 2)), List.of(refund("r", "o1", 9, 2)));

        assertEquals(Map.of("o1", 2L, "o2", 0L), matched.returnedByOrder());
    }

    @Test
    void unnamedOrder_isTheLatestEarlierOne_thenTheOneBefore() {
        List<OrderLine> lines = List.of(line("o1", 1, 2), line("o2", 5, 2), line("o3", 20, 2));

        assertEquals(
                Map.of("o1", 1L, "o2", 2L, "o3", 0L),
                MatchRefunds.match(lines, List.of(refund("r", "", 9, 3))).returnedByOrder());
    }

    @Test
    void whatFindsNoOrder_staysUnmatched() {
        RefundLine early = refund("early", "", 0, 1);
        RefundLine tooMany = refund("many", "o1", 9, 5);
        RefundLine elsewhere = refund("elsewhere", "o9", 9, 1);

        MatchRefunds.Matched matched =
                MatchRefunds.match(List.of(line("o1", 1, 2)), List.of(early, tooMany, elsewhere));

        assertEquals(Map.of("o1", 2L), matched.returnedByOrder());
        assertEquals(Map.of(early, 1L, tooMany, 3L, elsewhere, 1L), matched.unmatched());
    }

    @Property(tries = 500)
    void arrivalOrder_doesNotMatter(@ForAll long seed) {
        Random random = new Random(seed);
        List<OrderLine> lines = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(5); i++) {
            lines.add(line("o" + i, random.nextInt(10), 1 + random.nextInt(3)));
        }
        List<RefundLine> refunds = new ArrayList<>();
        for (int i = 0; i < random.nextInt(6); i++) {
            String order = random.nextBoolean() ? "" : "o" + random.nextInt(6);
            refunds.add(refund("r" + i, order, random.nextInt(12), 1 + random.nextInt(3)));
        }
        MatchRefunds.Matched expected = MatchRefunds.match(lines, refunds);

        Collections.shuffle(lines, random);
        Collections.shuffle(refunds, random);

        assertEquals(expected, MatchRefunds.match(lines, refunds));
        long taken = expected.returnedByOrder().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        long left = expected.unmatched().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        assertEquals(refunds.stream().mapToLong(RefundLine::quantity).sum(), taken + left);
        lines.forEach(line -> assertEquals(true, expected.returnedByOrder().get(line.order()) <= line.quantity()));
    }

    private static OrderLine line(String order, int second, long quantity) {
        return new OrderLine(order, "p", "c:1", quantity, Instant.ofEpochSecond(second));
    }

    private static RefundLine refund(String event, String order, int second, long quantity) {
        return new RefundLine(event, order, "p", "c:1", quantity, Instant.ofEpochSecond(second));
    }
}
