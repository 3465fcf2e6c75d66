package io.zugabe.recommendation.incentives;

import io.zugabe.recommendation.incentives.domain.Incentive;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Sees to it that this replica has money to promise, as long as budgets last. Blocks; called by one thread. */
@Singleton
public class LeaseMoney {

    private static final Logger LOG = Logger.getLogger(LeaseMoney.class);
    private static final Duration LONGEST_STEP = Duration.ofSeconds(10);
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int PER_HOLD = 10;

    /** A share of a small budget may be less than one promise costs: then as much as some cost. */
    private static final long PROMISES = 4;

    /** Decisions may be made for a time a little ahead, and clocks differ. */
    private static final Duration SLACK = Duration.ofMinutes(10);

    private final Budgets budgets;
    private final Leases leases;
    private final double share;

    public LeaseMoney(Budgets budgets, Leases leases, IncentivesConfig config) {
        this.budgets = budgets;
        this.leases = leases;
        this.share = config.leaseShare();
    }

    /** Renews the lease of an incentive if it runs out; whether there is money now. */
    boolean renew(Incentive incentive, Instant now) {
        Optional<Lease> present = leases.of(incentive.id());
        long wanted = leases.wanted(incentive.id());
        boolean needed = present.map(lease -> lease.runsOut(now, now.plus(SOON)) || !lease.has(wanted))
                .orElse(true);
        boolean mayExtend = present.map(lease -> lease.has(wanted)).orElse(false);
        if (needed && !(mayExtend && extended(present.get(), incentive, now))) {
            present.ifPresent(lease -> giveBack(incentive.id()));
            lease(incentive, now);
        }
        long stillWanted = leases.wanted(incentive.id());
        return leases.of(incentive.id())
                .map(lease -> lease.hasMoney(now) && lease.has(stillWanted))
                .orElse(false);
    }

    /** Gives back what is left of the leases of incentives that are not live any more. */
    void giveBack(String incentive) {
        leases.remove(incentive).ifPresent(lease -> {
            long left = lease.drain();
            if (left > 0) {
                try {
                    budgets.giveBack(lease.number(), left).await().atMost(LONGEST_STEP);
                } catch (RuntimeException failure) {
                    LOG.warnf(
                            "What is left for %s is free only when its lease is over: %s",
                            incentive, failure.getMessage());
                }
            }
        });
    }

    /** A lease that nothing was promised from is extended: so incentives that rest leave no rows behind. */
    private boolean extended(Lease lease, Incentive incentive, Instant now) {
        Instant until = until(incentive, now);
        if (!lease.isUntouched() || !lease.day().equals(day(now)) || !now.isBefore(until)) {
            return false;
        }
        boolean there = budgets.extend(lease.number(), expires(incentive, until))
                .await()
                .atMost(LONGEST_STEP);
        if (there) {
            lease.extend(until);
        }
        return there;
    }

    private void lease(Incentive incentive, Instant now) {
        Instant until = until(incentive, now);
        LocalDate day = day(now);
        long most =
                Math.max((long) Math.ceil(incentive.totalBudget() * share), PROMISES * leases.wanted(incentive.id()));
        budgets.lease(incentive.id(), most, day, expires(incentive, until), now)
                .await()
                .atMost(LONGEST_STEP)
                .ifPresent(granted ->
                        leases.put(incentive.id(), new Lease(granted.lease(), granted.micros(), day, until)));
    }

    /** Long enough not to ask all the time, short enough that what a replica took with it when it ended is free soon. */
    private static Instant until(Incentive incentive, Instant now) {
        Duration span = incentive.hold().dividedBy(PER_HOLD);
        Duration bounded = span.compareTo(SHORTEST) < 0 ? SHORTEST : span.compareTo(LONGEST) > 0 ? LONGEST : span;
        Instant midnight = day(now).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant until = now.plus(bounded);
        return until.isAfter(midnight) ? midnight : until;
    }

    private static Instant expires(Incentive incentive, Instant until) {
        return until.plus(incentive.hold()).plus(SLACK);
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
