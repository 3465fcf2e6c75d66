package io.zugabe.segmentation.value;

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
import io.zugabe.segmentation.orders.domain.BoughtLine;
import io.zugabe.segmentation.orders.domain.CustomerSample;
import io.zugabe.segmentation.value.adapter.ValueModelCodec;
import io.zugabe.segmentation.value.domain.BgNbd;
import io.zugabe.segmentation.value.domain.BgNbdFit;
import io.zugabe.segmentation.value.domain.CustomerHistories;
import io.zugabe.segmentation.value.domain.CustomerOrders;
import io.zugabe.segmentation.value.domain.OrderForecast;
import io.zugabe.segmentation.value.domain.ValueFit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Learns what customers are worth. A model may be published if it foretells the last quarter of the log
 * better than the mean does, with 95 % confidence.
 */
@ApplicationScoped
public class TrainValue implements Trainer {

    /** What its models are for. */
    public static final String KIND = "value";

    private static final int FEWEST_CUSTOMERS = 50;
    private static final double CALIBRATION = 0.75;
    private static final double SECONDS_PER_WEEK = 7 * 86_400.0;

    private final OrderLog log;

    public TrainValue(OrderLog log) {
        this.log = log;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void check(Map<String, String> parameters, Violations violations) {
        parameters.keySet().stream()
                .filter(name -> !name.equals("seed"))
                .forEach(name -> violations.add("parameters." + name, "is unknown; there is only seed"));
    }

    @Override
    public boolean trainsUnasked() {
        return true;
    }

    @Override
    public Trained train(TrainingContext context) {
        OrderLog.History history = log.read(
                CustomerSample.Limits.STANDARD, done -> context.report(0.5 * done, "reading orders out of the log"));
        Collection<List<BoughtLine>> books = history.sample().books().values();
        Instant now = history.last();
        List<CustomerOrders> customers = ValueFit.orders(books, now.plusSeconds(1));
        if (customers.size() < FEWEST_CUSTOMERS || customers.stream().noneMatch(customer -> customer.netSales() > 0)) {
            throw ZugabeException.of(
                    SegmentationReason.TRAINING_DATA_INSUFFICIENT,
                    "customer value cannot be learned from " + customers.size() + " customers with orders: "
                            + FEWEST_CUSTOMERS + " are needed, and orders of some value",
                    Map.of());
        }
        context.report(0.5, "fitting BG/NBD to an earlier part, and foretelling the rest");
        OrderForecast forecast = forecast(books, now);
        context.report(0.75, "fitting BG/NBD and Gamma-Gamma");
        ValueFit.Result fit = ValueFit.fit(customers, now, context.seed());
        return new Trained(
                ValueModelCodec.encode(fit.model()), card(history, customers.size(), fit, forecast, context.seed()));
    }

    private static OrderForecast forecast(Collection<List<BoughtLine>> books, Instant end) {
        Instant start = books.stream()
                .map(book -> book.isEmpty() ? end : book.getFirst().time())
                .min(Instant::compareTo)
                .orElse(end);
        Duration whole = Duration.between(start, end);
        Instant cut = start.plusSeconds(Math.round(whole.toSeconds() * CALIBRATION));
        List<OrderForecast.Outcome> outcomes = CustomerHistories.cut(books, cut);
        if (outcomes.isEmpty()) {
            return OrderForecast.of(new BgNbd(1, 1, 1, 1), outcomes, 1);
        }
        BgNbdFit.Result fit = BgNbdFit.fit(
                outcomes.stream().map(OrderForecast.Outcome::history).toList());
        return OrderForecast.of(
                fit.model(), outcomes, Duration.between(cut, end).toSeconds() / SECONDS_PER_WEEK);
    }

    private static ModelCard card(
            OrderLog.History history, int customers, ValueFit.Result fit, OrderForecast forecast, long seed) {
        boolean better = forecast.gainLow() > 0;
        boolean determined = fit.purchases().determined() && fit.spend().determined();
        Interval gain = new Interval(forecast.gainLow(), forecast.gainHigh());
        return new ModelCard(
                "the log of events",
                history.position(),
                customers,
                List.of(
                        Metric.of("customers_foretold", forecast.customers()),
                        new Metric("weeks_foretold", forecast.weeks(), Optional.empty(), "weeks"),
                        Metric.of("orders_expected", forecast.expected()),
                        Metric.of("orders_actual", forecast.actual()),
                        Metric.of("mean_squared_error", forecast.error()),
                        Metric.of("log_likelihood_bg_nbd", fit.purchases().logLikelihood()),
                        Metric.of("log_likelihood_gamma_gamma", fit.spend().logLikelihood())),
                List.of(new Comparison(
                        "the mean number of orders for everybody", "mean_squared_error", forecast.gain(), gain)),
                new Decision(better, sentence(better, determined)),
                List.of(),
                settings(fit, history.sample().share()),
                seed);
    }

    /** A parameter at its bound is no flaw: if all customers are alike in something, there is no scatter to fit. */
    private static String sentence(boolean better, boolean determined) {
        String open =
                determined ? "" : "; the data leave a parameter open, whose uncertainty the intervals do not cover";
        return better
                ? "the last quarter of the log is foretold better than by the mean number of orders" + open
                : "the last quarter of the log is not foretold better than by the mean number of orders" + open;
    }

    private static Map<String, String> settings(ValueFit.Result fit, double share) {
        var purchases = fit.purchases().model();
        var spend = fit.spend().model();
        return Map.of(
                "bg_nbd",
                        text(
                                "r=%.6g alpha=%.6g a=%.6g b=%.6g (weeks)",
                                purchases.r(), purchases.alpha(), purchases.a(), purchases.b()),
                "gamma_gamma", text("p=%.6g q=%.6g v=%.6g", spend.p(), spend.q(), spend.v()),
                "margin_rate", text("%.4f", fit.model().margin().rate()),
                "sample", text("%.4f of the customers, by hash, at most 200,000", share));
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
