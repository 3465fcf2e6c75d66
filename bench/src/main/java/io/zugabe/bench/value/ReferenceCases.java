package io.zugabe.bench.value;

import com.fasterxml.jackson.databind.JsonNode;
import io.zugabe.bench.Bench;
import io.zugabe.bench.value.CdnowData.Customer;
import io.zugabe.bench.value.CdnowData.HoldoutCustomer;
import io.zugabe.segmentation.value.domain.BgNbd;
import io.zugabe.segmentation.value.domain.BgNbdFit;
import io.zugabe.segmentation.value.domain.GammaGamma;
import io.zugabe.segmentation.value.domain.PurchaseHistory;
import io.zugabe.segmentation.value.domain.SpendHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Every number among the reference values, beside what the models say with the parameters named there. */
final class ReferenceCases {

    private static final double TOLERANCE = 1e-9;
    private static final int HOLDOUT_WEEKS = 39;
    private static final int MOST_ORDERS_APART = 7;

    private final CdnowData data;
    private final BgNbd model;
    private final GammaGamma spend;
    private int cases;
    private int agree;

    ReferenceCases(CdnowData data) {
        this.data = data;
        JsonNode ofOrders = data.cases().get("params");
        model = new BgNbd(
                number(ofOrders, "r"), number(ofOrders, "alpha"), number(ofOrders, "a"), number(ofOrders, "b"));
        JsonNode ofSpend = data.cases().get("gamma_gamma_params");
        spend = new GammaGamma(number(ofSpend, "p"), number(ofSpend, "q"), number(ofSpend, "v"));
    }

    /** Compares all of them. */
    ReferenceCases check() {
        JsonNode cases = data.cases();
        compare(
                "log-likelihood",
                number(cases, "log_likelihood_at_params"),
                BgNbdFit.logLikelihood(
                        model, data.customers().stream().map(Customer::history).toList()));
        cases.get("expected_repeat_purchases_new_customer").properties().forEach(entry -> {
            int weeks = Integer.parseInt(entry.getKey().replace("w", ""));
            compare("new customer " + entry.getKey(), entry.getValue().asDouble(), model.expectedPurchases(weeks));
        });
        cases.get("conditional_cases").forEach(this::conditional);
        cases.get("gamma_gamma_cases")
                .forEach(one -> compare(
                        "spend " + one,
                        number(one, "expected_avg"),
                        spend.expectedAverage(new SpendHistory(one.get("x").asLong(), number(one, "zbar")))));
        holdout(cases.get("holdout_39w_to_1998_06_30"));
        return this;
    }

    int cases() {
        return cases;
    }

    int agree() {
        return agree;
    }

    private void conditional(JsonNode one) {
        PurchaseHistory history = new PurchaseHistory(one.get("x").asLong(), number(one, "t_x"), number(one, "T"));
        compare("alive " + one, number(one, "p_alive"), model.probabilityAlive(history));
        compare("orders " + one, number(one, "expected_39w"), model.expectedPurchases(history, HOLDOUT_WEEKS));
    }

    private void holdout(JsonNode expected) {
        List<Double> predicted = new ArrayList<>();
        List<Double> actual = new ArrayList<>();
        for (HoldoutCustomer customer : data.holdout()) {
            predicted.add(model.expectedPurchases(customer.history(), HOLDOUT_WEEKS));
            actual.add((double) customer.later());
        }
        Prediction all = new Prediction(predicted, actual);
        compare("customers", number(expected, "customers"), predicted.size());
        compare("actual total", number(expected, "actual_total"), all.actualTotal());
        compare("predicted total", number(expected, "predicted_total"), all.predictedTotal());
        compare("correlation", number(expected, "correlation"), all.correlation());
        compare("mean absolute error", number(expected, "mae"), all.meanAbsoluteError());
        compare("root mean squared error", number(expected, "rmse"), all.rootMeanSquaredError());
        expected.get("by_calibration_frequency").properties().forEach(entry -> {
            int orders = Integer.parseInt(entry.getKey().replace("+", ""));
            int[] those = IntStream.range(0, predicted.size())
                    .filter(i -> Math.min(
                                    MOST_ORDERS_APART,
                                    data.holdout().get(i).history().repeats())
                            == orders)
                    .toArray();
            Prediction part = new Prediction(
                    IntStream.of(those).mapToObj(predicted::get).toList(),
                    IntStream.of(those).mapToObj(actual::get).toList());
            JsonNode of = entry.getValue();
            compare(orders + " repeats, customers", number(of, "customers"), those.length);
            compare(orders + " repeats, actual", number(of, "actual_mean"), part.actualTotal() / those.length);
            compare(orders + " repeats, predicted", number(of, "predicted_mean"), part.predictedTotal() / those.length);
        });
    }

    private void compare(String what, double expected, double actual) {
        cases++;
        if (Math.abs(actual - expected) <= TOLERANCE * Math.max(1, Math.abs(expected))) {
            agree++;
        } else {
            Bench.say("Differs: %s is %s instead of %s", what, actual, expected);
        }
    }

    private static double number(JsonNode node, String key) {
        return node.get(key).asDouble();
    }
}
