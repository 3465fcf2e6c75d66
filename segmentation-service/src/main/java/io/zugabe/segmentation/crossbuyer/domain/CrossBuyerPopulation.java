package io.zugabe.segmentation.crossbuyer.domain;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The peers that customers are compared with: everybody who bought in enough categories and periods.
 *
 * @param peers how many they are
 * @param currency of amounts, ISO 4217
 * @param marginRate share of sales that is margin, where cost is known; not a number if it is known nowhere
 * @param caseCost mean cost of a service case, in units of the currency
 * @param returnedValue mean value of a unit that came back, over that of a unit bought by the same customer
 * @param traits how each trait is spread among them
 */
public record CrossBuyerPopulation(
        long peers,
        String currency,
        double marginRate,
        double caseCost,
        double returnedValue,
        Dispersion dispersion,
        Map<CrossBuyerType, TraitDistribution> traits) {

    /** Number of returned units from which on their own value counts more than the usual one. */
    private static final double SURE_OF_VALUE = 5;

    /** Where the margin is nearly nothing, service is set against this share of sales instead. */
    private static final double LEAST_MARGIN = 0.02;

    /** Learns the peers' traits from histories, of which only those of cross-buyers count. */
    public static CrossBuyerPopulation learn(
            Collection<PurchaseHistory> histories, double marginRate, String currency) {
        List<PurchaseHistory> peers =
                histories.stream().filter(PurchaseHistory::crossBuyer).toList();
        CrossBuyerPopulation measure = new CrossBuyerPopulation(
                peers.size(),
                currency,
                marginRate,
                ratio(
                        peers.stream()
                                .mapToDouble(peer -> peer.sum(Period::serviceCost))
                                .sum(),
                        peers.stream()
                                .mapToLong(peer -> peer.count(Period::serviceCases))
                                .sum()),
                ratio(
                        peers.stream()
                                .mapToDouble(CrossBuyerPopulation::valueBack)
                                .sum(),
                        peers.stream()
                                .mapToLong(peer -> peer.count(Period::returnedUnits))
                                .sum()),
                Dispersion.of(peers),
                Map.of());
        Map<CrossBuyerType, TraitDistribution> traits = new EnumMap<>(CrossBuyerType.class);
        for (CrossBuyerType type : CrossBuyerType.values()) {
            traits.put(
                    type,
                    new DistributionEstimate(type)
                            .of(peers.stream()
                                    .map(peer -> measure.measure(type, peer))
                                    .toList()));
        }
        return new CrossBuyerPopulation(
                measure.peers,
                currency,
                marginRate,
                measure.caseCost,
                measure.returnedValue,
                measure.dispersion,
                Map.copyOf(traits));
    }

    private static double ratio(double numerator, double denominator) {
        return numerator > 0 && denominator > 0 ? numerator / denominator : 1;
    }

    /** What came back, in units as dear as the customer's mean one. */
    private static double valueBack(PurchaseHistory history) {
        double sales = history.sum(Period::sales);
        return sales > 0 ? history.sum(Period::returnedSales) / sales * history.count(Period::units) : 0;
    }

    /** How a trait is spread among the peers. */
    public TraitDistribution trait(CrossBuyerType type) {
        TraitDistribution distribution = traits.get(type);
        if (distribution == null) {
            throw new IllegalStateException("Nothing was learned about " + type);
        }
        return distribution;
    }

    /** What a history says about a trait. */
    Measurement measure(CrossBuyerType type, PurchaseHistory history) {
        return switch (type) {
            case SERVICE_DEMANDER -> service(history);
            case REVENUE_REVERSER -> returns(history);
            case PROMOTION_MAXIMIZER -> discounts(history);
            case SPENDING_LIMITER -> slope(history);
        };
    }

    private Measurement service(PurchaseHistory history) {
        double margin = margin(history);
        double cost = history.sum(Period::serviceCost);
        double cases = cost > 0 ? Math.max(1, history.count(Period::serviceCases)) : 0;
        return margin > 0
                ? new Measurement.Rate(
                        cases / dispersion.cases(), cost / margin, margin / caseCost / dispersion.cases())
                : new Measurement.Rate(0, 0, 0);
    }

    /** What service cost is set against. */
    static double margin(PurchaseHistory history) {
        return Math.max(history.sum(Period::grossMargin), LEAST_MARGIN * history.sum(Period::sales));
    }

    /**
     * Frequency and severity, as actuaries have it (Bühlmann and Gisler, A Course in Credibility Theory, 2005,
     * ch. 4): what comes back is decided unit by unit; how dear those units are is known the worse the fewer
     * they are, and shrunk to what is usual.
     */
    private Measurement returns(PurchaseHistory history) {
        double sales = history.sum(Period::sales);
        double units = history.count(Period::units);
        if (sales <= 0 || units <= 0) {
            return new Measurement.Share(0, 0);
        }
        double back = history.count(Period::returnedUnits);
        double value = (valueBack(history) + SURE_OF_VALUE * returnedValue) / (back + SURE_OF_VALUE);
        return new Measurement.Share(Math.min(1, back / units * value), units / dispersion.units());
    }

    private Measurement discounts(PurchaseHistory history) {
        double gross = history.sum(Period::grossSales);
        return gross > 0
                ? new Measurement.Share(
                        history.sum(Period::discounts) / gross, history.count(Period::orders) / dispersion.orders())
                : new Measurement.Share(0, 0);
    }

    /** Of complete months: in one that is running both spend and categories are still to come. */
    private static Measurement slope(PurchaseHistory history) {
        List<Period> months = history.periods().stream()
                .filter(month -> month.complete()
                        && month.sales() > 0
                        && !month.categories().isEmpty())
                .toList();
        double[] x = months.stream()
                .mapToDouble(month -> Math.log(month.categories().size()))
                .toArray();
        double[] y =
                months.stream().mapToDouble(month -> Math.log(month.sales())).toArray();
        double meanX = java.util.Arrays.stream(x).average().orElse(0);
        double meanY = java.util.Arrays.stream(y).average().orElse(0);
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            xy += (x[i] - meanX) * (y[i] - meanY);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        return new Measurement.Slope(x.length, xx, xy, yy);
    }
}
