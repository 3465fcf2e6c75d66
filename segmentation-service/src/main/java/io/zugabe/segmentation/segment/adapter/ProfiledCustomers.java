package io.zugabe.segmentation.segment.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.profile.ProfileStore;
import io.zugabe.segmentation.profile.domain.Profile;
import io.zugabe.segmentation.profile.domain.VersionedProfile;
import io.zugabe.segmentation.segment.AssessedCustomers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Customers by their profiles, with features as an assessment would see them now. */
@ApplicationScoped
class ProfiledCustomers implements AssessedCustomers {

    /** Of the table's statistics: counting a large table takes long. */
    private static final String COUNT =
            "select greatest(reltuples, 0)::bigint from pg_class where oid = 'profile'::regclass";

    /** Those who stand for themselves. */
    private static final String NEXT = """
            select p.subject from profile p left join identity_member i on i.subject = p.subject
            where p.subject > $1 and (i.subject is null or i.canonical = i.subject)
            order by p.subject limit $2""";

    private final ProfileStore profiles;
    private final DerivedValues derived;
    private final Pool pool;
    private final Clock clock;

    ProfiledCustomers(ProfileStore profiles, DerivedValues derived, Pool pool, Clock clock) {
        this.profiles = profiles;
        this.derived = derived;
        this.pool = pool;
        this.clock = clock;
    }

    @Override
    public Uni<Optional<Customer>> find(Subject subject) {
        return profiles.load(List.of(subject))
                .map(found -> found.stream()
                        .map(versioned -> customer(versioned.profile(), clock.instant()))
                        .findFirst());
    }

    @Override
    public Uni<Page> after(String key, int most) {
        return pool.preparedQuery(NEXT)
                .execute(Tuple.of(key, most))
                .map(ProfiledCustomers::subjects)
                .chain(subjects -> profiles.load(subjects).map(found -> page(subjects, found)));
    }

    private static List<Subject> subjects(RowSet<Row> rows) {
        List<Subject> subjects = new ArrayList<>(rows.size());
        rows.forEach(row -> subjects.add(Subject.ofKey(row.getString(0))));
        return subjects;
    }

    private Page page(List<Subject> subjects, Collection<VersionedProfile> found) {
        Instant now = clock.instant();
        List<Customer> customers = found.stream()
                .map(versioned -> customer(versioned.profile(), now))
                .toList();
        return new Page(
                customers,
                subjects.isEmpty()
                        ? Optional.empty()
                        : Optional.of(subjects.getLast().key()));
    }

    @Override
    public Uni<Long> count() {
        return pool.query(COUNT).execute().map(rows -> rows.iterator().next().getLong(0));
    }

    private Customer customer(Profile profile, Instant now) {
        return new Customer(profile, derived.of(profile, now));
    }
}
