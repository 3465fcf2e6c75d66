package io.zugabe.segmentation.orders;

import io.zugabe.segmentation.orders.domain.OrderEvent;
import io.zugabe.segmentation.orders.domain.OrderEvent.Line;
import io.zugabe.segmentation.orders.domain.OrderEvent.Ordered;
import io.zugabe.segmentation.orders.domain.OrderEvent.Returned;
import io.zugabe.segmentation.profile.domain.ReturnCause;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A small shop of coffee and shoes over a year: six in ten customers come back for coffee about every 28 days
 * until they stop, the others never; half of the orders hold a pair of shoes, of which shoe-9 comes back more
 * often than shoe-0, and from some customers more often than from others.
 */
public final class SimulatedOrders {

    private static final int DAYS = 360;

    private SimulatedOrders() {}

    /** Orders and returns by customer, "&lt;prefix&gt;0" and on. */
    public static Map<String, List<OrderEvent>> customers(String prefix, int number, Instant end, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, List<OrderEvent>> customers = new TreeMap<>();
        for (int i = 0; i < number; i++) {
            customers.put(prefix + i, customer(prefix + i, end, random));
        }
        return customers;
    }

    private static List<OrderEvent> customer(String name, Instant end, SplittableRandom random) {
        List<OrderEvent> events = new ArrayList<>();
        boolean comesBack = random.nextDouble() < 0.6;
        double interval = Math.log(28) + 0.3 * random.nextGaussian();
        double tendency = 1.5 * random.nextGaussian();
        double spend = Math.exp(0.4 * random.nextGaussian());
        double day = random.nextInt(DAYS - 60);
        do {
            Instant time = end.minus(Duration.ofDays(DAYS)).plusSeconds(Math.round(day * 86_400));
            String order = "o-" + name + "-" + events.size();
            List<Line> lines = new ArrayList<>();
            lines.add(new Line("coffee", "food", 1, 12 * spend, 7 * spend));
            if (random.nextDouble() < 0.5) {
                int shoe = random.nextInt(10);
                Line shoes = new Line("shoe-" + shoe, "shoes", 1, 60 * spend, 40 * spend);
                lines.add(shoes);
                double logit = -1.5 + tendency + (shoe - 4.5) / 2;
                Instant back = time.plus(Duration.ofDays(5));
                if (random.nextDouble() < 1 / (1 + Math.exp(-logit)) && back.isBefore(end)) {
                    events.add(new Returned(back, order, ReturnCause.CUSTOMER, List.of(shoes)));
                }
            }
            events.add(new Ordered(time, order, lines));
            day += Math.max(2, Math.exp(interval + 0.2 * random.nextGaussian()));
        } while (comesBack && day < DAYS && random.nextDouble() > 0.04);
        return events;
    }
}
