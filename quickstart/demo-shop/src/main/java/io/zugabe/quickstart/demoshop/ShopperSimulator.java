package io.zugabe.quickstart.demoshop;

import java.time.Instant;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A year in the demo shop: what its customers do in the 365 days before {@code end}, in order of time, the same for the
 * same seed. Each customer draws from a source of their own, so more customers change nothing about the first ones; a
 * later end shifts what happens and changes nothing else about it, but for what it no longer cuts off.
 *
 * <p>Only missions under way are in memory. Iterating twice gives the same events twice.
 */
public final class ShopperSimulator implements Iterable<ShopEvent> {

    private final long seed;
    private final int customers;
    private final SimulatedYear year;
    private final GroundTruth truth;
    private final Assortment assortment;

    /**
     * @param seed decides everything that chance decides
     * @param customers number of customers, at least 1
     * @param end the instant before which everything happens
     */
    public ShopperSimulator(long seed, int customers, Instant end) {
        if (customers < 1) {
            throw new IllegalArgumentException("customers must be at least 1, not " + customers);
        }
        this.seed = seed;
        this.customers = customers;
        this.year = new SimulatedYear(end);
        this.truth = GroundTruth.load();
        this.assortment = Assortment.load();
    }

    /** Number of customers. */
    public int customers() {
        return customers;
    }

    /** The customers, by number, with the truth about each. */
    public Stream<Shopper> shoppers() {
        return IntStream.rangeClosed(1, customers).mapToObj(this::shopper);
    }

    /** The customer with this number, from 1. */
    public Shopper shopper(int number) {
        return new Shopper("c-" + Diary.padded(number, 5), Latent.draw(Odds.of(seed, number, -1)), truth);
    }

    /** The events as a sequential stream. */
    public Stream<ShopEvent> stream() {
        int traits = Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator(), traits), false);
    }

    @Override
    public Iterator<ShopEvent> iterator() {
        var plan = new MissionPlan(truth, assortment, year);
        Stream<Mission> missions = shoppers().flatMap(shopper -> {
            int number = Integer.parseInt(shopper.customer().substring(2));
            return plan.plan(number, shopper.latent(), Odds.of(seed, number, -2)).stream();
        });
        return new EventMerge(missions, year, this::play);
    }

    private Iterator<ShopEvent> play(Mission mission) {
        Shopper shopper = shopper(mission.customer());
        Odds odds = Odds.of(seed, mission.customer(), mission.number());
        var diary = new Diary(mission, shopper.customer(), year, odds);
        var trip = new ShoppingTrip(mission, shopper, truth, assortment, diary, odds);
        switch (mission.kind()) {
            case ACCOUNT -> new Registration(shopper.latent(), diary, odds).play();
            case BROWSE -> trip.browse();
            case BUY -> trip.buy();
            case HABIT -> trip.habit();
        }
        return diary.events().iterator();
    }
}
