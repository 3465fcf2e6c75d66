package io.zugabe.segmentation.segment.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.zugabe.segmentation.assessment.ProfileGroups;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.profile.domain.Profile;
import io.zugabe.segmentation.segment.AssessedCustomers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Customers by their profiles, with features as an assessment would see them now. */
@ApplicationScoped
class ProfiledCustomers implements AssessedCustomers {

    /** Of the table's statistics: counting a large table takes long. */
    private static final String COUNT =
            "select greatest(reltuples, 0)::bigint from pg_class where oid = 'profile'::regclass";

    private final ProfileGroups groups;
    private final DerivedValues derived;
    private final Pool pool;
    private final Clock clock;

    ProfiledCustomers(ProfileGroups groups, DerivedValues derived, Pool pool, Clock clock) {
        this.groups = groups;
        this.derived = derived;
        this.pool = pool;
        this.clock = clock;
    }

    @Override
    public Uni<Optional<Customer>> find(Subject subject) {
        return groups.load(List.of(subject))
                .map(found -> Optional.ofNullable(found.get(subject))
                        .map(served -> customer(served.profile(), clock.instant())));
    }

    @Override
    public Uni<Page> after(String key, int most) {
        return groups.after(key, most).map(this::page);
    }

    private Page page(ProfileGroups.Page groupsFound) {
        Instant now = clock.instant();
        List<Customer> customers = groupsFound.profiles().stream()
                .map(served -> customer(served.profile(), now))
                .toList();
        return new Page(customers, groupsFound.lastKey());
    }

    @Override
    public Uni<Long> count() {
        return pool.query(COUNT).execute().map(rows -> rows.iterator().next().getLong(0));
    }

    private Customer customer(Profile profile, Instant now) {
        return new Customer(profile, derived.of(profile, now));
    }
}
