package io.zugabe.segmentation.identity.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.segmentation.identity.domain.Edge;
import io.zugabe.segmentation.identity.domain.Membership;
import io.zugabe.segmentation.identity.domain.Regrouping;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.profile.domain.Stamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps links, merges and who belongs to whom, within the transaction that they come in. */
public final class PostgresIdentities {

    private static final String ADD = """
            insert into identity_edge as e (from_subject, into_subject, link, second, nano, event_id)
            select * from unnest($1::text[], $2::text[], $3::boolean[], $4::bigint[], $5::integer[], $6::text[])
            on conflict (from_subject, into_subject) do update
            set second = excluded.second, nano = excluded.nano, event_id = excluded.event_id
            where e.link
                = ((excluded.second, excluded.nano, excluded.event_id) < (e.second, e.nano, e.event_id))
              and (excluded.second, excluded.nano, excluded.event_id) <> (e.second, e.nano, e.event_id)""";

    /** Which of these subjects were erased, and when; {@code SubjectDigest} says the digest. */
    private static final String ERASED = """
            select key, erase_time from unnest($1::text[]) as key
            join erased_subject on digest = sha256(convert_to((select log_id::text from log_head) || chr(10) || key, 'UTF8'))""";

    /** All members of the groups of these subjects. */
    private static final String MEMBERS = """
            select subject, canonical, counted from identity_member
            where canonical in (select canonical from identity_member where subject = any ($1))""";

    private static final String EDGES = """
            select from_subject, into_subject, link, second, nano, event_id
            from identity_edge where from_subject = any ($1)""";

    private static final String SAVE = """
            insert into identity_member (subject, canonical, counted, changed)
            select *, $4 from unnest($1::text[], $2::text[], $3::boolean[])
            on conflict (subject) do update
            set canonical = excluded.canonical, counted = excluded.counted, changed = excluded.changed""";

    private static final String TOUCH = "update identity_member set changed = $2 where subject = any ($1)";

    private final String add;
    private final String members;
    private final String edges;
    private final String save;
    private final String touch;

    /**
     * @param edgeTable where statements lie
     * @param memberTable where it lies who belongs to whom
     */
    public PostgresIdentities(String edgeTable, String memberTable) {
        UnaryOperator<String> named =
                statement -> statement.replace("identity_edge", edgeTable).replace("identity_member", memberTable);
        this.add = named.apply(ADD);
        this.members = named.apply(MEMBERS);
        this.edges = named.apply(EDGES);
        this.save = named.apply(SAVE);
        this.touch = named.apply(TOUCH);
    }

    /**
     * Adds statements and regroups whom they touch. Statements of the time before somebody was erased whom they
     * name do not count.
     *
     * @param position that the change becomes visible with
     */
    public Uni<Void> add(SqlConnection connection, Collection<Edge> stated, long position) {
        if (stated.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .preparedQuery(ERASED)
                .execute(keys(named(stated)))
                .map(rows -> sinceErasure(stated, rows))
                .chain(kept -> kept.isEmpty() ? Uni.createFrom().voidItem() : regroup(connection, kept, position));
    }

    private static Collection<Edge> sinceErasure(Collection<Edge> stated, RowSet<Row> erased) {
        Map<String, Instant> times = new HashMap<>();
        erased.forEach(
                row -> times.put(row.getString(0), row.getOffsetDateTime(1).toInstant()));
        return stated.stream()
                .filter(edge -> Stream.of(edge.from(), edge.into())
                        .map(subject -> times.getOrDefault(subject.key(), Instant.MIN))
                        .allMatch(edge.stamp().time()::isAfter))
                .toList();
    }

    private static Set<String> named(Collection<Edge> stated) {
        Set<String> named = new HashSet<>();
        stated.forEach(edge -> {
            named.add(edge.from().key());
            named.add(edge.into().key());
        });
        return named;
    }

    private Uni<Void> regroup(SqlConnection connection, Collection<Edge> stated, long position) {
        Set<String> named = named(stated);
        return connection
                .preparedQuery(add)
                .execute(columns(strongest(stated)))
                .chain(() -> connection.preparedQuery(members).execute(keys(named)))
                .map(PostgresIdentities::memberships)
                .chain(before -> regroup(connection, named, before))
                .chain(regrouping -> save(connection, regrouping, position));
    }

    /** All members of the groups of these subjects. */
    public static Uni<Set<Subject>> members(SqlConnection connection, Collection<Subject> subjects) {
        return connection
                .preparedQuery(MEMBERS)
                .execute(keys(subjects.stream().map(Subject::key).collect(Collectors.toSet())))
                .map(rows -> Set.copyOf(memberships(rows).keySet()));
    }

    /** All statements by which these subjects are taken up. */
    public static Uni<List<Edge>> edges(SqlConnection connection, Collection<Subject> subjects) {
        return connection
                .preparedQuery(EDGES)
                .execute(keys(subjects.stream().map(Subject::key).collect(Collectors.toSet())))
                .map(PostgresIdentities::edges);
    }

    private Uni<Regrouping> regroup(SqlConnection connection, Set<String> named, Map<Subject, Membership> before) {
        Set<Subject> looked = new HashSet<>(before.keySet());
        named.forEach(key -> looked.add(Subject.ofKey(key)));
        Set<String> all = looked.stream().map(Subject::key).collect(Collectors.toSet());
        return connection
                .preparedQuery(edges)
                .execute(keys(all))
                .map(rows -> Regrouping.of(before, looked, edges(rows)));
    }

    private Uni<Void> save(SqlConnection connection, Regrouping regrouping, long position) {
        if (regrouping.memberships().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Set<String> touched = new TreeSet<>();
        regrouping.touched().forEach(subject -> touched.add(subject.key()));
        return connection
                .preparedQuery(save)
                .execute(columns(regrouping.memberships(), position))
                .chain(() -> connection
                        .preparedQuery(touch)
                        .execute(Tuple.tuple()
                                .addArrayOfString(touched.toArray(String[]::new))
                                .addLong(position)))
                .replaceWithVoid();
    }

    /** One edge for each pair: a statement that names a row twice is refused. */
    private static Collection<Edge> strongest(Collection<Edge> edges) {
        Map<List<Subject>, Edge> strongest = new HashMap<>();
        edges.forEach(edge -> strongest.merge(List.of(edge.from(), edge.into()), edge, Edge::stronger));
        return strongest.values();
    }

    private static Tuple columns(Collection<Edge> edges) {
        return Tuple.tuple()
                .addArrayOfString(edges.stream().map(edge -> edge.from().key()).toArray(String[]::new))
                .addArrayOfString(edges.stream().map(edge -> edge.into().key()).toArray(String[]::new))
                .addArrayOfBoolean(
                        edges.stream().map(edge -> edge instanceof Edge.Link).toArray(Boolean[]::new))
                .addArrayOfLong(edges.stream()
                        .map(edge -> edge.stamp().time().getEpochSecond())
                        .toArray(Long[]::new))
                .addArrayOfInteger(edges.stream()
                        .map(edge -> edge.stamp().time().getNano())
                        .toArray(Integer[]::new))
                .addArrayOfString(
                        edges.stream().map(edge -> edge.stamp().eventId()).toArray(String[]::new));
    }

    private static Tuple columns(Map<Subject, Membership> memberships, long position) {
        List<Map.Entry<Subject, Membership>> entries = new ArrayList<>(memberships.entrySet());
        return Tuple.tuple()
                .addArrayOfString(
                        entries.stream().map(entry -> entry.getKey().key()).toArray(String[]::new))
                .addArrayOfString(entries.stream()
                        .map(entry -> entry.getValue().canonical().key())
                        .toArray(String[]::new))
                .addArrayOfBoolean(entries.stream()
                        .map(entry -> entry.getValue().counted())
                        .toArray(Boolean[]::new))
                .addLong(position);
    }

    private static Tuple keys(Set<String> keys) {
        return Tuple.tuple().addArrayOfString(keys.toArray(String[]::new));
    }

    /** Memberships by subject, of rows of subject, canonical and counted. */
    static Map<Subject, Membership> memberships(RowSet<Row> rows) {
        Map<Subject, Membership> memberships = new HashMap<>();
        for (Row row : rows) {
            memberships.put(
                    Subject.ofKey(row.getString(0)),
                    new Membership(Subject.ofKey(row.getString(1)), row.getBoolean(2)));
        }
        return memberships;
    }

    private static List<Edge> edges(RowSet<Row> rows) {
        List<Edge> edges = new ArrayList<>(rows.size());
        for (Row row : rows) {
            Subject from = Subject.ofKey(row.getString(0));
            Subject into = Subject.ofKey(row.getString(1));
            Stamp stamp = new Stamp(Instant.ofEpochSecond(row.getLong(3), row.getInteger(4)), row.getString(5));
            edges.add(row.getBoolean(2) ? new Edge.Link(from, into, stamp) : new Edge.Merge(from, into, stamp));
        }
        return edges;
    }
}
