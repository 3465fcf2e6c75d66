package io.zugabe.segmentation.returns;

import io.zugabe.kit.error.Violations;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.segmentation.SegmentationReason;
import io.zugabe.segmentation.model.Trained;
import io.zugabe.segmentation.model.Trainer;
import io.zugabe.segmentation.model.TrainingContext;
import io.zugabe.segmentation.model.domain.Comparison;
import io.zugabe.segmentation.model.domain.Decision;
import io.zugabe.segmentation.model.domain.Interval;
import io.zugabe.segmentation.model.domain.Metric;
import io.zugabe.segmentation.model.domain.ModelCard;
import io.zugabe.segmentation.orders.OrderLog;
import io.zugabe.segmentation.orders.domain.CustomerSample;
import io.zugabe.segmentation.returns.adapter.ReturnModelCodec;
import io.zugabe.segmentation.returns.domain.Reliability;
import io.zugabe.segmentation.returns.domain.ReturnFit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Learns what comes back. A model may be published if, on the last fifth of the lines, its Brier score is
 * better than that of the base rate, with 95 % confidence.
 */
@ApplicationScoped
public class TrainReturns implements Trainer {

    /** What its models are for. */
    public static final String KIND = "returns";

    private static final String MATURED_AFTER_DAYS = "matured_after_days";
    private static final int USUAL_DAYS = 30;

    private final OrderLog log;

    public TrainReturns(OrderLog log) {
        this.log = log;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void check(Map<String, String> parameters, Violations violations) {
        parameters.forEach((name, value) -> {
            switch (name) {
                case "seed" -> {}
                case MATURED_AFTER_DAYS ->
                    violations.check(
                            value.matches("\\d{1,3}") && Integer.parseInt(value) <= 365,
                            "parameters." + name,
                            value,
                            "must be 0 to 365: lines younger than this are left out, since they may still come back");
                default -> violations.add("parameters." + name, "is unknown; there are seed and " + MATURED_AFTER_DAYS);
            }
        });
    }

    @Override
    public boolean trainsUnasked() {
        return true;
    }

    @Override
    public Trained train(TrainingContext context) {
        OrderLog.History history = log.read(
                CustomerSample.Limits.STANDARD, done -> context.report(0.5 * done, "reading orders out of the log"));
        int days = Integer.parseInt(context.parameters().getOrDefault(MATURED_AFTER_DAYS, String.valueOf(USUAL_DAYS)));
        Instant matured = history.last().minus(Duration.ofDays(days));
        try {
            ReturnFit.Result fit = ReturnFit.fit(
                    history.sample().books(),
                    matured,
                    done -> context.report(0.5 + done / 2, "fitting effects of customers, products and categories"));
            return new Trained(ReturnModelCodec.encode(fit.model()), card(history, fit, days, context.seed()));
        } catch (IllegalArgumentException tooLittle) {
            throw ZugabeException.of(
                    SegmentationReason.TRAINING_DATA_INSUFFICIENT, String.valueOf(tooLittle.getMessage()), Map.of());
        }
    }

    private static ModelCard card(OrderLog.History history, ReturnFit.Result fit, int days, long seed) {
        Reliability reliability = fit.reliability();
        boolean better = reliability.gainLow() > 0;
        return new ModelCard(
                "the log of events",
                history.position(),
                fit.lines(),
                metrics(fit),
                List.of(new Comparison(
                        "the base rate for every line",
                        "brier",
                        reliability.gain(),
                        new Interval(reliability.gainLow(), reliability.gainHigh()))),
                new Decision(
                        better,
                        better
                                ? "on later lines than it learned from, it is better than the base rate"
                                : "on later lines than it learned from, it is not better than the base rate"),
                List.of(),
                Map.of(
                        "calibration",
                        String.format(
                                Locale.ROOT,
                                "Platt, slope %.3f, intercept %.3f",
                                fit.model().calibration().slope(),
                                fit.model().calibration().intercept()),
                        "fault_weight",
                        String.valueOf(fit.model().faultWeight()),
                        MATURED_AFTER_DAYS,
                        String.valueOf(days),
                        "sample",
                        String.format(
                                Locale.ROOT,
                                "%.4f of the customers, by hash, at most 200,000",
                                history.sample().share())),
                seed);
    }

    /** The reliability curve comes as pairs: what was said of the lines of a bin, and what came. */
    private static List<Metric> metrics(ReturnFit.Result fit) {
        Reliability reliability = fit.reliability();
        List<Metric> metrics = new ArrayList<>();
        metrics.add(Metric.of("brier", reliability.brier()));
        metrics.add(Metric.of("brier_base_rate", reliability.brierOfBaseRate()));
        metrics.add(Metric.of("base_rate", fit.baseRate()));
        metrics.add(Metric.of("lines_judged", reliability.lines()));
        for (int i = 0; i < reliability.bins().size(); i++) {
            Reliability.Bin bin = reliability.bins().get(i);
            metrics.add(Metric.of("reliability_" + (i + 1) + "_predicted", bin.predicted()));
            metrics.add(
                    Metric.of("reliability_" + (i + 1) + "_actual", bin.actual(), new Interval(bin.low(), bin.high())));
        }
        return metrics;
    }
}
