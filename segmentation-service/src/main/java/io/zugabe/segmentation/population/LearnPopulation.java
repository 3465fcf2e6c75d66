package io.zugabe.segmentation.population;

import io.zugabe.kit.error.Violations;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.segmentation.SegmentationReason;
import io.zugabe.segmentation.assessment.ProfileGroups;
import io.zugabe.segmentation.assessment.domain.ServedProfile;
import io.zugabe.segmentation.crossbuyer.domain.CrossBuyerPopulation;
import io.zugabe.segmentation.crossbuyer.domain.CrossBuyerType;
import io.zugabe.segmentation.crossbuyer.domain.CrossBuyerTypes;
import io.zugabe.segmentation.crossbuyer.domain.Judgement;
import io.zugabe.segmentation.crossbuyer.domain.ProfileMonths;
import io.zugabe.segmentation.crossbuyer.domain.PurchaseHistory;
import io.zugabe.segmentation.lifecycle.domain.GapDistribution;
import io.zugabe.segmentation.lifecycle.domain.RfmBorders;
import io.zugabe.segmentation.model.Trained;
import io.zugabe.segmentation.model.Trainer;
import io.zugabe.segmentation.model.TrainingContext;
import io.zugabe.segmentation.model.domain.Decision;
import io.zugabe.segmentation.model.domain.Metric;
import io.zugabe.segmentation.model.domain.ModelCard;
import io.zugabe.segmentation.profile.ProfileStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Learns what customers are compared with, from a bounded sample of their profiles. */
@ApplicationScoped
public class LearnPopulation implements Trainer {

    /** Kind of the models. */
    public static final String KIND = "cross_buyers";

    /** Customers who are learned from; the borders of 20,000 are as good as exact. */
    private static final int SAMPLE = 20_000;

    private static final int LEAST_PEERS = 100;
    private static final int PAGE = 1_000;
    private static final Duration LONGEST_READ = Duration.ofSeconds(30);

    private final ProfileStore profiles;
    private final ProfileGroups groups;
    private final PopulationCodec codec;
    private final PopulationSettings settings;
    private final String currency;
    private final Clock clock;

    LearnPopulation(
            ProfileStore profiles,
            ProfileGroups groups,
            PopulationCodec codec,
            PopulationSettings settings,
            @ConfigProperty(name = "zugabe.shop.currency") String currency,
            Clock clock) {
        this.profiles = profiles;
        this.groups = groups;
        this.codec = codec;
        this.settings = settings;
        this.currency = currency;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void check(Map<String, String> parameters, Violations violations) {
        // it has no parameters of its own
    }

    @Override
    public boolean trainsUnasked() {
        return true;
    }

    @Override
    public Trained train(TrainingContext context) {
        long position = profiles.progress().await().atMost(LONGEST_READ).position();
        List<SampledCustomer> customers = sample(context);
        context.report(0.5, "learning from " + customers.size() + " customers");
        Instant now = clock.instant();
        YearMonth running = YearMonth.from(now.atOffset(ZoneOffset.UTC));
        double marginRate = ProfileMonths.marginRate(
                customers.stream()
                        .flatMap(customer -> customer.months().values().stream())
                        .toList(),
                Double.NaN);
        ProfileMonths months = new ProfileMonths(marginRate, settings.returnCost());
        List<PurchaseHistory> histories = customers.stream()
                .map(customer -> months.history(customer.months(), running))
                .filter(PurchaseHistory::crossBuyer)
                .toList();
        if (histories.isEmpty()) {
            throw ZugabeException.of(
                    SegmentationReason.TRAINING_DATA_INSUFFICIENT,
                    "None of %d customers bought in two categories and two months of the latest twelve"
                            .formatted(customers.size()),
                    Map.of("customers", Integer.toString(customers.size())));
        }
        Population population = new Population(
                CrossBuyerPopulation.learn(histories, marginRate, currency),
                settings.returnCost(),
                GapDistribution.learn(customers.stream()
                        .map(customer -> customer.customer().rhythm())
                        .toList()),
                RfmBorders.learn(
                        customers.stream().map(SampledCustomer::customer).toList(), now));
        context.report(0.9, "judging the sample");
        return new Trained(codec.encode(population), card(population, histories, customers.size(), position, context));
    }

    private List<SampledCustomer> sample(TrainingContext context) {
        CustomerSample sample = new CustomerSample(SAMPLE);
        String key = "";
        long looked = 0;
        while (true) {
            ProfileGroups.Page page = groups.after(key, PAGE).await().atMost(LONGEST_READ);
            page.profiles().stream().map(ServedProfile::profile).forEach(sample::offer);
            looked += page.profiles().size();
            // how many there are is not known before they were read
            context.report(0.5 * looked / (looked + 100_000), "read " + looked + " profiles");
            if (page.lastKey().isEmpty()) {
                return sample.customers();
            }
            key = page.lastKey().get();
        }
    }

    private static ModelCard card(
            Population population,
            List<PurchaseHistory> histories,
            int customers,
            long position,
            TrainingContext context) {
        CrossBuyerPopulation peers = population.crossBuyers();
        boolean enough = peers.peers() >= LEAST_PEERS;
        return new ModelCard(
                "profiles: customers with an order, sampled by a hash of their ids",
                position,
                customers,
                metrics(population, histories),
                List.of(),
                new Decision(
                        enough,
                        enough
                                ? "Learned from %d cross-buyers".formatted(peers.peers())
                                : "%d cross-buyers are too few to tell who stands out; %d are needed"
                                        .formatted(peers.peers(), LEAST_PEERS)),
                List.of(),
                Map.of("return_cost", Double.toString(population.returnCost())),
                context.seed());
    }

    private static List<Metric> metrics(Population population, List<PurchaseHistory> histories) {
        CrossBuyerPopulation peers = population.crossBuyers();
        int[] members = new int[CrossBuyerType.values().length];
        for (PurchaseHistory history : histories) {
            for (Judgement judgement : CrossBuyerTypes.judge(history, peers)) {
                members[judgement.type().ordinal()] += judgement.member() ? 1 : 0;
            }
        }
        List<Metric> metrics = new ArrayList<>();
        metrics.add(Metric.of("peers", peers.peers()));
        for (CrossBuyerType type : CrossBuyerType.values()) {
            String name = type.name().toLowerCase(Locale.ROOT);
            metrics.add(Metric.of(name + "_border", peers.trait(type).border()));
            metrics.add(Metric.of(name + "_share", (double) members[type.ordinal()] / histories.size()));
        }
        metrics.add(Metric.of("median_first_gap_days", population.gaps().median()));
        return metrics;
    }
}
