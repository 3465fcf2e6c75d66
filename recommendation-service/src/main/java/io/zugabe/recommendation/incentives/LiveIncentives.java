package io.zugabe.recommendation.incentives;

import io.zugabe.recommendation.incentives.domain.Incentives;
import jakarta.inject.Singleton;

/** What decisions may give, as of now, for everyone to read. */
@Singleton
public class LiveIncentives {

    private volatile Incentives current = Incentives.NONE;

    public Incentives current() {
        return current;
    }

    synchronized void publish(Incentives incentives) {
        current = incentives;
    }

    /** The money set aside for one has run out. */
    synchronized void close(String incentive) {
        current = current.closed(incentive);
    }
}
