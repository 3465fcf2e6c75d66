package io.zugabe.segmentation.value.domain;

import io.zugabe.segmentation.statistics.domain.Variates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Draws futures of a customer, for an interval: the central 90 % of what this customer will spend within the
 * horizon. It is posterior predictive and covers that a customer's own rates are known only as far as their
 * history tells, the chance in when they order and for how much and whether they are gone, and the
 * uncertainty of the fitted parameters by their asymptotic normal distribution. It does not cover a world
 * that changes, or that the models are wrong.
 *
 * @param parameters equally likely parameters, one or more
 */
public record ValueForecast(List<LifetimeModel> parameters) {

    private static final int MOST_ORDERS = 5_000;
    private static final double TAIL = 0.05;
    private static final double FARTHEST = 2.5;

    public ValueForecast {
        if (parameters.isEmpty()) {
            throw new IllegalArgumentException("no parameters");
        }
        parameters = List.copyOf(parameters);
    }

    /**
     * Draws equally likely parameters about a fit.
     *
     * @param number 1 or more
     */
    public static ValueForecast about(
            BgNbdFit.Result purchases, GammaGammaFit.Result spend, int number, RandomGenerator random) {
        BgNbd model = purchases.model();
        GammaGamma ofSpend = spend.model();
        double[] ofPurchases = logs(model.r(), model.alpha(), model.a(), model.b());
        double[] logsOfSpend = logs(ofSpend.p(), ofSpend.q() - 1, ofSpend.v());
        List<LifetimeModel> parameters = new ArrayList<>(number);
        for (int i = 0; i < number; i++) {
            parameters.add(new LifetimeModel(
                    BgNbdFit.model(near(ofPurchases, Variates.normal(random, ofPurchases, purchases.root()))),
                    GammaGammaFit.model(near(logsOfSpend, Variates.normal(random, logsOfSpend, spend.root())))));
        }
        return new ValueForecast(parameters);
    }

    /** Far from the fit the likelihood is not normal any more, and would make absurd parameters of few data. */
    private static double[] near(double[] fit, double[] drawn) {
        double[] near = new double[fit.length];
        for (int i = 0; i < fit.length; i++) {
            near[i] = Math.clamp(drawn[i], fit[i] - FARTHEST, fit[i] + FARTHEST);
        }
        return near;
    }

    private static double[] logs(double... values) {
        return Arrays.stream(values).map(Math::log).toArray();
    }

    /**
     * The interval.
     *
     * @param futures number of futures to draw, 10 or more; 1,000 are good for two digits
     */
    public ValueInterval interval(
            PurchaseHistory history, SpendHistory orders, Horizon horizon, int futures, RandomGenerator random) {
        double[] values = new double[futures];
        for (int i = 0; i < futures; i++) {
            values[i] = future(parameters.get(i % parameters.size()), history, orders, horizon, random);
        }
        Arrays.sort(values);
        return new ValueInterval(
                values[(int) Math.floor(TAIL * (futures - 1))], values[(int) Math.ceil((1 - TAIL) * (futures - 1))]);
    }

    private static double future(
            LifetimeModel model,
            PurchaseHistory history,
            SpendHistory orders,
            Horizon horizon,
            RandomGenerator random) {
        BgNbd purchases = model.purchases();
        if (random.nextDouble() >= purchases.probabilityAlive(history)) {
            return 0;
        }
        double rate = Variates.gamma(random, purchases.r() + history.repeats(), purchases.alpha() + history.age());
        double leaving = Variates.beta(random, purchases.a(), purchases.b() + history.repeats());
        GammaGamma spend = model.spend();
        double inverseScale = Variates.gamma(
                random, spend.p() * orders.orders() + spend.q(), spend.v() + orders.orders() * orders.average());
        double value = 0;
        double week = 0;
        for (int order = 0; order < MOST_ORDERS; order++) {
            week += random.nextExponential() / rate;
            if (!(week <= horizon.weeks())) {
                break;
            }
            value += horizon.discount(week) * Variates.gamma(random, spend.p(), inverseScale);
            if (random.nextDouble() < leaving) {
                break;
            }
        }
        return value;
    }
}
