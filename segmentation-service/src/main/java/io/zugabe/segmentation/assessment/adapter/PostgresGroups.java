package io.zugabe.segmentation.assessment.adapter;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.segmentation.assessment.ProfileGroups;
import io.zugabe.segmentation.assessment.domain.ServedProfile;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.profile.adapter.StateCodec;
import io.zugabe.segmentation.profile.domain.Limits;
import io.zugabe.segmentation.profile.domain.Profile;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Groups of profiles with their assessments, in one query. */
@ApplicationScoped
class PostgresGroups implements ProfileGroups {

    /** A row for the canonical subject of each group, and one for every other member that counts or was asked for. */
    private static final String LOAD = """
            with whole as (
                select distinct coalesce(i.canonical, a.subject) as canonical
                from unnest($1::text[]) as a (subject) left join identity_member i on i.subject = a.subject),
            members as (
                select w.canonical, w.canonical as subject, true as counted from whole w
                union all
                select i.canonical, i.subject, i.counted
                from whole w join identity_member i on i.canonical = w.canonical
                where i.subject <> i.canonical and (i.counted or i.subject = any ($1)))
            select m.canonical, m.subject, m.counted, coalesce(i.changed, 0), p.version, p.state, s.revision, s.message
            from members m
            left join identity_member i on i.subject = m.subject
            left join profile p on p.subject = m.subject and m.counted
            left join assessed s on s.subject = m.subject and m.subject = m.canonical""";

    private static final String AFTER = """
            select p.subject from profile p left join identity_member i on i.subject = p.subject
            where p.subject > $1 and (i.subject is null or i.canonical = i.subject)
            order by p.subject limit $2""";

    /** So many profiles are decoded on the event loop; more would hold up others. */
    private static final int FEW = 10;

    private final Pool pool;

    PostgresGroups(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Map<Subject, ServedProfile>> load(Collection<Subject> subjects) {
        if (subjects.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        String[] keys = subjects.stream().map(Subject::key).toArray(String[]::new);
        Uni<RowSet<Row>> rows = pool.preparedQuery(LOAD).execute(Tuple.tuple().addArrayOfString(keys));
        boolean few = keys.length <= FEW;
        return (few ? rows : rows.emitOn(Infrastructure.getDefaultWorkerPool()))
                .map(found -> served(found, new HashSet<>(subjects)));
    }

    @Override
    public Uni<Page> after(String key, int most) {
        return pool.preparedQuery(AFTER).execute(Tuple.of(key, most)).chain(rows -> {
            List<Subject> subjects = new ArrayList<>(rows.size());
            rows.forEach(row -> subjects.add(Subject.ofKey(row.getString(0))));
            return load(subjects).map(found -> page(subjects, found));
        });
    }

    private static Page page(List<Subject> subjects, Map<Subject, ServedProfile> found) {
        return new Page(
                subjects.stream().map(found::get).filter(Objects::nonNull).toList(),
                subjects.isEmpty()
                        ? Optional.empty()
                        : Optional.of(subjects.getLast().key()));
    }

    private static Map<Subject, ServedProfile> served(RowSet<Row> rows, Set<Subject> asked) {
        Map<Subject, GroupRows> groups = new HashMap<>();
        Map<Subject, GroupRows> byMember = new HashMap<>();
        for (Row row : rows) {
            Subject member = Subject.ofKey(row.getString(1));
            GroupRows group = groups.computeIfAbsent(Subject.ofKey(row.getString(0)), GroupRows::new);
            group.add(member, row);
            byMember.put(member, group);
        }
        Map<Subject, ServedProfile> served = new HashMap<>();
        for (Subject subject : asked) {
            GroupRows group = byMember.get(subject);
            if (group != null && group.known()) {
                served.put(subject, group.served());
            }
        }
        return served;
    }

    static Profile profile(Subject subject, Row row) {
        return StateCodec.decode(subject, row.getBuffer(5).getBytes(), Limits.STANDARD);
    }
}
