package io.zugabe.recommendation.incentives.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.Uni;
import io.zugabe.kit.test.Proves;
import io.zugabe.recommendation.RecommendationDatabase;
import io.zugabe.recommendation.feedback.domain.OfferOrigin;
import io.zugabe.recommendation.feedback.domain.TrackedOffer;
import io.zugabe.recommendation.incentives.Budgets.Granted;
import io.zugabe.recommendation.incentives.IncentiveChange;
import io.zugabe.recommendation.incentives.Redemptions.Result;
import io.zugabe.recommendation.incentives.Redemptions.Wanted;
import io.zugabe.recommendation.incentives.StoredIncentive;
import io.zugabe.recommendation.incentives.domain.Benefit;
import io.zugabe.recommendation.incentives.domain.IncentiveType;
import io.zugabe.recommendation.incentives.domain.Promise;
import io.zugabe.recommendation.incentives.domain.Refusal;
import io.zugabe.recommendation.v1.Incentive;
import io.zugabe.recommendation.v1.IncentiveLevel;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Money is promised and spent by many at once, and never more than there is. */
@Proves("O12")
class BudgetsTest {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-06-01");
    private static final Instant LATER = NOW.plus(Duration.ofHours(1));

    private static RecommendationDatabase database;
    private static PgBudgets budgets;
    private static PgRedemptions redemptions;
    private static PgIncentives incentives;

    @BeforeAll
    static void start() {
        database = new RecommendationDatabase();
        budgets = new PgBudgets(database.pool());
        redemptions = new PgRedemptions(database.pool());
        incentives = new PgIncentives(database.pool());
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    private static StoredIncentive incentive(String id, long total, long daily, int mostPerCustomer) {
        Incentive message = Incentive.newBuilder()
                .setIncentiveId(id)
                .setType(io.zugabe.recommendation.v1.IncentiveType.INCENTIVE_TYPE_DISCOUNT)
                .addLevels(IncentiveLevel.newBuilder().setPercent(5))
                .setTotalBudget(euros(total))
                .setDailyBudget(euros(daily))
                .setMaxPerCustomer(mostPerCustomer)
                .build();
        StoredIncentive stored = IncentiveMessages.stored(message, false, 1);
        assertTrue(await(incentives.put(stored, new IncentiveChange(NOW, "jane", "created", id, ""))));
        return stored;
    }

    private static com.google.type.Money euros(long euros) {
        return com.google.type.Money.newBuilder()
                .setCurrencyCode("EUR")
                .setUnits(euros)
                .build();
    }

    private static Optional<Granted> lease(String id, long euros, Instant now) {
        return await(budgets.lease(id, euros * 1_000_000, DAY, now.plus(Duration.ofHours(1)), now));
    }

    private static Wanted wanted(StoredIncentive stored, long lease, long euros, String customer, String order) {
        Promise promise = new Promise(
                stored.incentive().id(),
                IncentiveType.DISCOUNT,
                1,
                new Benefit.Percent(5),
                1,
                euros * 1_000_000,
                LATER,
                0.1,
                lease);
        TrackedOffer offer = new TrackedOffer(
                UUID.randomUUID(), customer, "", "", false, "CART", "mat", OfferOrigin.UNKNOWN, Optional.of(promise));
        return new Wanted(offer, promise, stored.incentive(), order, NOW);
    }

    @Test
    void manyReplicas_leaseAndRedeem_neverMoreThanTheBudget() throws Exception {
        StoredIncentive stored = incentive("race", 100, 0, 0);
        List<Future<Long>> replicas = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int replica = 0; replica < 4; replica++) {
                long seed = replica;
                replicas.add(threads.submit(() -> run(stored, new Random(seed), seed)));
            }
        }
        long redeemed = 0;
        for (Future<Long> replica : replicas) {
            redeemed += replica.get();
        }
        long spent = database.number("select sum(micros)::bigint from incentive_spent where incentive_id = 'race'");
        long reserved = database.number(
                "select coalesce(sum(amount_micros), 0)::bigint from incentive_lease where incentive_id = 'race'");
        assertEquals(redeemed * 1_000_000, spent);
        assertTrue(spent + reserved <= 100_000_000, () -> spent + " spent and " + reserved + " reserved");
        assertTrue(redeemed > 50, "the budget is used: " + redeemed);
    }

    /** Leases, promises of it at random, redeems most of that, gives back the rest. */
    private static long run(StoredIncentive stored, Random random, long replica) {
        long redeemed = 0;
        for (int round = 0; round < 25; round++) {
            Optional<Granted> granted = lease("race", 1 + random.nextInt(10), NOW);
            if (granted.isEmpty()) {
                continue;
            }
            long promised = random.nextLong(granted.get().micros() / 1_000_000 + 1);
            for (long euro = 0; euro < promised; euro++) {
                String order = "race-" + replica + "-" + round + "-" + euro;
                Wanted wanted = wanted(stored, granted.get().lease(), 1, "c-" + order, order);
                redeemed += await(redemptions.redeem(wanted, false)) instanceof Result.Done ? 1 : 0;
            }
            await(budgets.giveBack(granted.get().lease(), granted.get().micros() - promised * 1_000_000));
        }
        return redeemed;
    }

    @Test
    void lease_isAllThatCanBeRedeemed() {
        StoredIncentive stored = incentive("lease", 100, 0, 0);
        long lease = lease("lease", 5, NOW).orElseThrow().lease();
        assertTrue(await(redemptions.redeem(wanted(stored, lease, 5, "c-1", "o-1"), false)) instanceof Result.Done);
        assertEquals(
                new Result.Refused(Refusal.BUDGET_SPENT),
                await(redemptions.redeem(wanted(stored, lease, 1, "c-2", "o-2"), false)));
    }

    @Test
    void leaseThatIsOver_isFreeAgain_andNothingIsRedeemedFromIt() {
        StoredIncentive stored = incentive("over", 10, 0, 0);
        long lease =
                lease("over", 10, NOW.minus(Duration.ofHours(2))).orElseThrow().lease();
        assertEquals(10_000_000, lease("over", 10, NOW).orElseThrow().micros());
        assertTrue(lease("over", 10, NOW).isEmpty());
        assertEquals(
                new Result.Refused(Refusal.BUDGET_SPENT),
                await(redemptions.redeem(wanted(stored, lease, 1, "c-1", "over-1"), false)));
    }

    @Test
    void dailyBudget_boundsWhatIsLeasedOnADay() {
        incentive("daily", 100, 3, 0);
        assertEquals(3_000_000, lease("daily", 50, NOW).orElseThrow().micros());
        assertTrue(lease("daily", 50, NOW).isEmpty());
        Instant tomorrow = NOW.plus(Duration.ofDays(1));
        assertEquals(
                3_000_000,
                await(budgets.lease("daily", 50_000_000, DAY.plusDays(1), tomorrow.plusSeconds(60), NOW))
                        .orElseThrow()
                        .micros());
    }

    @Test
    void redemption_onceEvenIfAskedAtOnce_perCustomer_perClassAndOrder() throws Exception {
        StoredIncentive stored = incentive("once", 100, 0, 2);
        long lease = lease("once", 50, NOW).orElseThrow().lease();
        Wanted first = wanted(stored, lease, 1, "c-once", "once-1");
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 8; i++) {
                threads.submit(() -> await(redemptions.redeem(first, false)));
            }
        }
        assertEquals(new Result.Done(NOW), await(redemptions.redeem(first, false)));
        assertEquals(1_000_000, database.number("select micros from incentive_spent where incentive_id = 'once'"));
        assertEquals(
                new Result.Refused(Refusal.NOT_STACKABLE),
                await(redemptions.redeem(wanted(stored, lease, 1, "c-once", "once-1"), false)));
        assertTrue(
                await(redemptions.redeem(wanted(stored, lease, 1, "c-once", "once-2"), false)) instanceof Result.Done);
        assertEquals(
                new Result.Refused(Refusal.CUSTOMER_LIMIT),
                await(redemptions.redeem(wanted(stored, lease, 1, "c-once", "once-3"), false)));
        assertTrue(
                await(redemptions.redeem(wanted(stored, lease, 1, "c-other", "once-4"), true)) instanceof Result.Done);
        assertEquals(2, database.number("select redemptions from incentive_spent where incentive_id = 'once'"));
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(LONGEST_WAIT);
    }
}
