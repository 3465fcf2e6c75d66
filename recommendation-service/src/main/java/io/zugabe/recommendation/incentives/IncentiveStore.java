package io.zugabe.recommendation.incentives;

import io.smallrye.mutiny.Uni;
import io.zugabe.kit.paging.Page;
import io.zugabe.kit.paging.PageRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Incentives, the shipping policy and who changed what, where they are kept. */
public interface IncentiveStore {

    /** Target of changes of the shipping policy. */
    String SHIPPING_POLICY = "shipping policy";

    /** Grows with every change. */
    Uni<Long> lastChange();

    /** All incentives, by id. */
    Uni<List<StoredIncentive>> all();

    Uni<Optional<StoredIncentive>> find(String id);

    /**
     * Keeps an incentive; false if it is not at the version before this one.
     *
     * @param incentive one version later than what it replaces
     */
    Uni<Boolean> put(StoredIncentive incentive, IncentiveChange change);

    Uni<ShippingPolicy> shippingPolicy();

    /** Keeps the policy; false if it is not at the version before this one. */
    Uni<Boolean> put(ShippingPolicy policy, IncentiveChange change);

    /** Changes, newest first; of all targets if it is empty. */
    Uni<Page<IncentiveChange>> changes(String target, PageRequest page);

    /** What incentives have cost; those that have not cost anything are missing. */
    Uni<Map<String, Spending>> spending(Collection<String> ids, LocalDate today, Instant now);

    /**
     * From which order value on shipping is free.
     *
     * @param freeFrom in micros; 0 for never
     */
    record ShippingPolicy(long freeFrom, long version) {}
}
