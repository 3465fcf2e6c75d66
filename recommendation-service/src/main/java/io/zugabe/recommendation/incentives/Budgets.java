package io.zugabe.recommendation.incentives;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Budgets of incentives, from which replicas set money aside. */
public interface Budgets {

    /**
     * Sets money aside; empty if nothing is left.
     *
     * @param most of it, in micros
     * @param day of what is promised from it
     * @param expires when nothing promised from it is valid any more
     */
    Uni<Optional<Granted>> lease(String incentive, long most, LocalDate day, Instant expires, Instant now);

    /** Gives back what was not promised from a lease. */
    Uni<Void> giveBack(long lease, long micros);

    /** Lets a lease that nothing was promised from live longer; false if it is gone. */
    Uni<Boolean> extend(long lease, Instant expires);

    /** Forgets leases that nothing can be redeemed from any more. */
    Uni<Void> expire(Instant now);

    /** Money that was set aside. */
    record Granted(long lease, long micros) {}
}
