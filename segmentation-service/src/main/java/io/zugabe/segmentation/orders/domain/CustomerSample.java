package io.zugabe.segmentation.orders.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The orders and returns of a sample of customers, in bounded memory: those whose id has a small hash. When
 * there are too many, the bound on the hash is halved and the customers above it are let go, with everything
 * of theirs. So the sample does not depend on the order of events, and whoever is in it is in it completely.
 * Not for concurrent use.
 */
public final class CustomerSample {

    /**
     * How much is kept.
     *
     * @param customers at most
     * @param lines of orders and returns, at most
     */
    public record Limits(int customers, int lines) {

        /** 200,000 customers and 2,000,000 lines. */
        public static final Limits STANDARD = new Limits(200_000, 2_000_000);
    }

    private static final long MIX = 0xFF51AFD7ED558CCDL;

    private final Limits limits;
    private final Map<String, List<OrderEvent>> events = new HashMap<>();
    private final Map<String, String> interned = new HashMap<>();
    private long lines;
    /** Customers with a hash in [0, bound] are in the sample. */
    private long bound = Long.MAX_VALUE;

    public CustomerSample(Limits limits) {
        this.limits = limits;
    }

    /** Adds an event of a customer, if the customer is in the sample. */
    public void add(String customer, OrderEvent event) {
        if (hash(customer) > bound) {
            return;
        }
        events.computeIfAbsent(customer, _ -> new ArrayList<>(2)).add(event);
        lines += event.lines().size();
        while ((events.size() > limits.customers() || lines > limits.lines()) && events.size() > 1) {
            halve();
        }
    }

    /** The same text as one object, for the many products and categories that recur. */
    public UnaryOperator<String> texts() {
        return text -> interned.computeIfAbsent(text, same -> same);
    }

    /** Share of all customers that are in the sample, in (0, 1]. */
    public double share() {
        return (bound + 1.0) / Long.MAX_VALUE;
    }

    /** The lines of each customer's orders with what came back of them, by customer in the order of their ids. */
    public Map<String, List<BoughtLine>> books() {
        Map<String, List<BoughtLine>> books = new TreeMap<>();
        events.forEach((customer, of) -> books.put(customer, OrderBook.of(of)));
        return books;
    }

    private void halve() {
        bound >>= 1;
        events.entrySet().removeIf(entry -> {
            boolean out = hash(entry.getKey()) > bound;
            if (out) {
                lines -= entry.getValue().stream()
                        .mapToLong(event -> event.lines().size())
                        .sum();
            }
            return out;
        });
    }

    /** Ids often count up: the bits are mixed well (MurmurHash3's finaliser). */
    private static long hash(String customer) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < customer.length(); i++) {
            hash = (hash ^ customer.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * MIX;
        hash = (hash ^ (hash >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return (hash ^ (hash >>> 33)) & Long.MAX_VALUE;
    }
}
