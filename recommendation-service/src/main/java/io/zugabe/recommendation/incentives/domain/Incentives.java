package io.zugabe.recommendation.incentives.domain;

import java.util.ArrayList;
import java.util.List;

/** All that decisions read of incentives and shipping. Immutable. */
public final class Incentives {

    /** None is defined. */
    public static final Incentives NONE = new Incentives(List.of(), 0);

    private final List<LiveIncentive> live;
    private final long freeFrom;

    /**
     * @param live by id
     * @param freeFrom the order value in micros from which on shipping is free; 0 if it never is
     */
    public Incentives(List<LiveIncentive> live, long freeFrom) {
        this.live = List.copyOf(live);
        this.freeFrom = freeFrom;
    }

    public boolean isEmpty() {
        return live.isEmpty();
    }

    /** The incentives, by id. */
    public List<LiveIncentive> live() {
        return live;
    }

    /** The order value in micros from which on shipping is free; 0 if it never is. */
    public long freeFrom() {
        return freeFrom;
    }

    /** The same without money for one of them. */
    public Incentives closed(String id) {
        List<LiveIncentive> others = new ArrayList<>(live.size());
        for (LiveIncentive each : live) {
            others.add(each.incentive().id().equals(id) ? each.closed() : each);
        }
        return new Incentives(others, freeFrom);
    }
}
