package io.zugabe.segmentation.lifecycle.domain;

import io.zugabe.segmentation.profile.domain.Measure;
import io.zugabe.segmentation.profile.domain.Profile;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The borders between fifths of the customers with orders (Hughes, Strategic Database Marketing, 1994).
 * Each list has four numbers, ascending; with equal customers on both sides of a border, all of them are on
 * its lower side.
 *
 * @param silentDays days since the latest order
 * @param orders number of orders
 * @param sales net sales, in units of the shop's currency
 */
public record RfmBorders(List<Double> silentDays, List<Double> orders, List<Double> sales) {

    private static final int FIFTHS = 5;

    public RfmBorders {
        silentDays = List.copyOf(silentDays);
        orders = List.copyOf(orders);
        sales = List.copyOf(sales);
    }

    /**
     * What is known of a customer.
     *
     * @param netSales over all time, in units of the shop's currency
     */
    public record Customer(Rhythm rhythm, double netSales) {

        private static final double UNIT = 10_000;

        /** What a profile knows. */
        public static Customer of(Profile profile) {
            long steps = profile.counts().get(Measure.PAID) - profile.counts().get(Measure.RETURNED_SALES);
            return new Customer(Rhythm.of(profile), steps / UNIT);
        }
    }

    /**
     * A cell; 5 is best.
     *
     * @param recency in [1, 5]
     * @param frequency in [1, 5]
     * @param monetary in [1, 5]
     */
    public record Cell(int recency, int frequency, int monetary) {}

    /** Learns the borders; customers without orders do not count. */
    public static RfmBorders learn(List<Customer> customers, Instant now) {
        List<Customer> buyers = customers.stream()
                .filter(customer -> customer.rhythm().orders() > 0)
                .toList();
        return new RfmBorders(
                borders(buyers.stream()
                        .mapToDouble(customer -> customer.rhythm().silentDays(now))
                        .toArray()),
                borders(buyers.stream()
                        .mapToDouble(customer -> customer.rhythm().orders())
                        .toArray()),
                borders(buyers.stream().mapToDouble(Customer::netSales).toArray()));
    }

    /** The cell of a customer with orders. */
    public Cell cell(Customer customer, Instant now) {
        return new Cell(
                FIFTHS + 1 - fifth(silentDays, customer.rhythm().silentDays(now)),
                fifth(orders, customer.rhythm().orders()),
                fifth(sales, customer.netSales()));
    }

    private static int fifth(List<Double> borders, double value) {
        int fifth = 1;
        for (double border : borders) {
            fifth += value > border ? 1 : 0;
        }
        return fifth;
    }

    private static List<Double> borders(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return IntStream.range(1, FIFTHS)
                .mapToObj(i -> sorted.length == 0
                        ? Double.POSITIVE_INFINITY
                        : sorted[Math.max(0, (int) Math.ceil((double) sorted.length * i / FIFTHS) - 1)])
                .toList();
    }
}
