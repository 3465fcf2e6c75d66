package io.zugabe.segmentation.replenishment;

import io.zugabe.kit.error.Violations;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.segmentation.SegmentationReason;
import io.zugabe.segmentation.model.Trained;
import io.zugabe.segmentation.model.Trainer;
import io.zugabe.segmentation.model.TrainingContext;
import io.zugabe.segmentation.model.domain.Decision;
import io.zugabe.segmentation.model.domain.Interval;
import io.zugabe.segmentation.model.domain.Metric;
import io.zugabe.segmentation.model.domain.ModelCard;
import io.zugabe.segmentation.orders.OrderLog;
import io.zugabe.segmentation.orders.domain.BoughtLine;
import io.zugabe.segmentation.orders.domain.CustomerSample;
import io.zugabe.segmentation.replenishment.adapter.ReplenishmentModelCodec;
import io.zugabe.segmentation.replenishment.domain.Coverage;
import io.zugabe.segmentation.replenishment.domain.ReplenishmentFit;
import io.zugabe.segmentation.replenishment.domain.ReplenishmentModel;
import io.zugabe.segmentation.replenishment.domain.RestockBooks;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Learns which products are bought again, and when. A model may be published if there is such a product; the
 * card says how many of the intervals that ended in the last fifth of the log were foretold as they came.
 */
@ApplicationScoped
public class TrainReplenishment implements Trainer {

    /** What its models are for. */
    public static final String KIND = "replenishment";

    private static final String LEAST_BUYERS = "least_buyers";
    private static final String LEAST_SHARE = "least_repeat_share";

    private final OrderLog log;

    public TrainReplenishment(OrderLog log) {
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
                case LEAST_BUYERS ->
                    violations.check(
                            value.matches("\\d{1,6}") && Integer.parseInt(value) >= 2,
                            "parameters." + name,
                            value,
                            "must be 2 to 999999 buyers that a product must have");
                case LEAST_SHARE ->
                    violations.check(
                            value.matches("0\\.\\d{1,6}"),
                            "parameters." + name,
                            value,
                            "must be a share below 1, like 0.05, that RCP must be above with 95 % confidence");
                default ->
                    violations.add(
                            "parameters." + name,
                            "is unknown; there are seed, " + LEAST_BUYERS + " and " + LEAST_SHARE);
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
        Collection<List<BoughtLine>> books = history.sample().books().values();
        if (books.isEmpty()) {
            throw ZugabeException.of(
                    SegmentationReason.TRAINING_DATA_INSUFFICIENT, "the log holds no order of a customer", Map.of());
        }
        ReplenishmentFit.Demand demand = demand(context.parameters());
        RestockBooks restocks = RestockBooks.of(books, history.last());
        context.report(0.6, "foretelling the last fifth of the log");
        Coverage coverage = restocks.coverage(demand);
        context.report(0.8, "fitting intervals and rates of products");
        ReplenishmentModel model = restocks.fit(demand);
        return new Trained(
                ReplenishmentModelCodec.encode(model),
                card(history, books.size(), model, coverage, demand, context.seed()));
    }

    private static ReplenishmentFit.Demand demand(Map<String, String> parameters) {
        ReplenishmentFit.Demand usual = ReplenishmentFit.Demand.STANDARD;
        return new ReplenishmentFit.Demand(
                Long.parseLong(parameters.getOrDefault(LEAST_BUYERS, String.valueOf(usual.buyers()))),
                usual.intervals(),
                Double.parseDouble(parameters.getOrDefault(LEAST_SHARE, String.valueOf(usual.repeatShare()))));
    }

    private static ModelCard card(
            OrderLog.History history,
            int customers,
            ReplenishmentModel model,
            Coverage coverage,
            ReplenishmentFit.Demand demand,
            long seed) {
        int products = model.products().size();
        return new ModelCard(
                "the log of events",
                history.position(),
                customers,
                List.of(
                        Metric.of("products", products),
                        Metric.of("pack_elasticity", model.packElasticity()),
                        Metric.of("intervals_judged", coverage.intervals()),
                        new Metric(
                                "coverage_of_80_percent_interval",
                                coverage.share(),
                                Optional.of(new Interval(coverage.low(), coverage.high())),
                                "")),
                List.of(),
                new Decision(
                        products > 0,
                        products > 0
                                ? products + " products are credibly bought again"
                                : "no product is credibly bought again"),
                List.of(),
                Map.of(
                        LEAST_BUYERS,
                        String.valueOf(demand.buyers()),
                        LEAST_SHARE,
                        String.valueOf(demand.repeatShare()),
                        "sample",
                        String.format(
                                Locale.ROOT,
                                "%.4f of the customers, by hash, at most 200,000",
                                history.sample().share())),
                seed);
    }
}
