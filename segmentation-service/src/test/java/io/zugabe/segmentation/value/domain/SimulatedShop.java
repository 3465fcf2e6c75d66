package io.zugabe.segmentation.value.domain;

import io.zugabe.segmentation.statistics.domain.Variates;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Customers made exactly as the models say. */
final class SimulatedShop {

    /** A customer: what the shop knows at the end of the calibration, and what came after it. */
    record Customer(PurchaseHistory history, SpendHistory spend, double laterValue) {}

    private SimulatedShop() {}

    static List<Customer> customers(LifetimeModel truth, int number, Horizon horizon, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Customer> customers = new ArrayList<>(number);
        for (int i = 0; i < number; i++) {
            customers.add(customer(truth, 20 + random.nextInt(80), horizon, random));
        }
        return customers;
    }

    private static Customer customer(LifetimeModel truth, double age, Horizon horizon, SplittableRandom random) {
        BgNbd purchases = truth.purchases();
        double rate = Variates.gamma(random, purchases.r(), purchases.alpha());
        double leaving = Variates.beta(random, purchases.a(), purchases.b());
        double inverseScale =
                Variates.gamma(random, truth.spend().q(), truth.spend().v());
        double week = 0;
        double last = 0;
        long repeats = 0;
        double spent = Variates.gamma(random, truth.spend().p(), inverseScale);
        double later = 0;
        while (true) {
            week += random.nextExponential() / rate;
            if (!(week <= age + horizon.weeks())) {
                break;
            }
            double value = Variates.gamma(random, truth.spend().p(), inverseScale);
            if (week <= age) {
                repeats++;
                last = week;
                spent += value;
            } else {
                later += value * horizon.discount(week - age);
            }
            if (random.nextDouble() < leaving) {
                break;
            }
        }
        return new Customer(
                new PurchaseHistory(repeats, last, age), new SpendHistory(repeats + 1, spent / (repeats + 1)), later);
    }
}
