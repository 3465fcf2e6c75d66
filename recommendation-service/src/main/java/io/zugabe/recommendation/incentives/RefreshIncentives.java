package io.zugabe.recommendation.incentives;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.zugabe.recommendation.incentives.IncentiveStore.ShippingPolicy;
import io.zugabe.recommendation.incentives.domain.Incentive;
import io.zugabe.recommendation.incentives.domain.Incentives;
import io.zugabe.recommendation.incentives.domain.LevelCounts;
import io.zugabe.recommendation.incentives.domain.LiveIncentive;
import io.zugabe.recommendation.incentives.domain.Uplift;
import it.unimi.dsi.fastutil.longs.LongSet;
import it.unimi.dsi.fastutil.longs.LongSets;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Keeps in memory what decisions may give: what is defined, what is known of it, and whether there is money for it. On one
 * thread of its own; decisions read what was published last and never wait.
 */
@Singleton
public class RefreshIncentives {

    private static final Logger LOG = Logger.getLogger(RefreshIncentives.class);
    private static final Duration LONGEST_STEP = Duration.ofSeconds(10);
    /** Shorter than offers are kept that nobody bought: what is counted must be counted whether bought or not. */
    static final Duration COUNTED = Duration.ofDays(50);

    private static final Duration CLEAN_UP_EVERY = Duration.ofMinutes(10);

    private final IncentiveStore store;
    private final IncentiveCounts counts;
    private final Budgets budgets;
    private final LeaseMoney money;
    private final Leases leases;
    private final LiveIncentives live;
    private final IncentiveClock clock;
    private final IncentivesConfig config;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("incentives").daemon().factory());

    private long change = -1;
    private List<Incentive> defined = List.of();
    private long freeFrom;
    private Map<String, Uplift> uplifts = Map.of();
    private Map<String, LongSet> usedUp = Map.of();
    private Map<String, Boolean> published = Map.of();
    private Instant countNext = Instant.EPOCH;
    private Instant cleanUpNext = Instant.EPOCH;

    public RefreshIncentives(
            IncentiveStore store,
            IncentiveCounts counts,
            Budgets budgets,
            LeaseMoney money,
            Leases leases,
            LiveIncentives live,
            IncentiveClock clock,
            IncentivesConfig config) {
        this.store = store;
        this.counts = counts;
        this.budgets = budgets;
        this.money = money;
        this.leases = leases;
        this.live = live;
        this.clock = clock;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        long pause = config.every().toMillis();
        thread.scheduleWithFixedDelay(this::refresh, 0, pause, TimeUnit.MILLISECONDS);
    }

    /** What was not promised is given back, so that others can promise it. */
    void stop(@Observes ShutdownEvent event) {
        thread.shutdown();
        leases.incentives().forEach(money::giveBack);
    }

    private void refresh() {
        try {
            Instant now = clock.now();
            boolean changed = readDefinitions();
            changed |= readCounts(now, changed);
            Map<String, Boolean> open = open(now);
            if (changed || !open.equals(published) || !isPublished(open)) {
                publish(open);
            }
            cleanUp(now);
        } catch (RuntimeException failure) {
            LOG.warnf("Incentives stay as they are: %s", failure.getMessage());
        }
    }

    private boolean readDefinitions() {
        long last = await(store.lastChange());
        if (last == change) {
            return false;
        }
        List<Incentive> read = await(store.all()).stream()
                .filter(stored -> !stored.archived())
                .map(StoredIncentive::incentive)
                .toList();
        ShippingPolicy policy = await(store.shippingPolicy());
        leases.incentives().forEach(money::giveBack); // a lease lives as long as what is promised from it holds
        defined = read;
        freeFrom = policy.freeFrom();
        change = last;
        return true;
    }

    private boolean readCounts(Instant now, boolean anew) {
        if (!anew && (defined.isEmpty() || now.isBefore(countNext))) {
            return false;
        }
        countNext = now.plus(config.countEvery());
        Map<String, List<LevelCounts>> counted =
                defined.isEmpty() ? Map.of() : await(counts.counts(now.minus(COUNTED)));
        Map<String, Uplift> known = new HashMap<>();
        Map<String, LongSet> used = new HashMap<>();
        for (Incentive incentive : defined) {
            List<LevelCounts> levels = counted.getOrDefault(incentive.id(), List.of());
            known.put(incentive.id(), new Uplift(incentive.levels(), levels, config.priorWeight()));
            used.put(
                    incentive.id(),
                    incentive.mostPerCustomer() == 0
                            ? LongSets.EMPTY_SET
                            : await(counts.usedUp(incentive.id(), incentive.mostPerCustomer())));
        }
        uplifts = known;
        usedUp = used;
        return true;
    }

    private Map<String, Boolean> open(Instant now) {
        Map<String, Boolean> open = new HashMap<>();
        for (Incentive incentive : defined) {
            boolean runs = !now.isBefore(incentive.begin()) && now.isBefore(incentive.end());
            open.put(incentive.id(), runs && money.renew(incentive, now));
        }
        return open;
    }

    /** A decision closes what has run out, without telling. */
    private boolean isPublished(Map<String, Boolean> open) {
        for (LiveIncentive each : live.current().live()) {
            if (each.open() != open.getOrDefault(each.incentive().id(), false)) {
                return false;
            }
        }
        return true;
    }

    private void publish(Map<String, Boolean> open) {
        List<LiveIncentive> incentives = new ArrayList<>();
        for (Incentive incentive : defined) {
            String id = incentive.id();
            Uplift uplift = uplifts.getOrDefault(id, new Uplift(incentive.levels(), List.of(), config.priorWeight()));
            incentives.add(new LiveIncentive(
                    incentive, uplift, open.getOrDefault(id, false), usedUp.getOrDefault(id, LongSets.EMPTY_SET)));
        }
        live.publish(new Incentives(incentives, freeFrom));
        published = open;
    }

    private void cleanUp(Instant now) {
        if (!now.isBefore(cleanUpNext)) {
            cleanUpNext = now.plus(CLEAN_UP_EVERY);
            await(budgets.expire(now));
            await(counts.cleanUp(now.minus(config.retention())));
        }
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(LONGEST_STEP);
    }
}
