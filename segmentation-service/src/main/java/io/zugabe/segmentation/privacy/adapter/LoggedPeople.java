package io.zugabe.segmentation.privacy.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.segmentation.SegmentationReason;
import io.zugabe.segmentation.identity.adapter.PostgresIdentities;
import io.zugabe.segmentation.identity.domain.Edge;
import io.zugabe.segmentation.identity.domain.Groups;
import io.zugabe.segmentation.identity.domain.Membership;
import io.zugabe.segmentation.log.domain.EventKind;
import io.zugabe.segmentation.log.domain.LoggedEvent;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.profile.EventDecoder;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * People as all links and merges in the log say, also those that the profiles have not read yet: an
 * erasure deletes these with the person, and nobody would know any more who belonged to it.
 */
@ApplicationScoped
class LoggedPeople {

    private static final Duration RETRY = Duration.ofSeconds(10);

    /** So many statements that the profiles have not read are looked at; more wait for them. */
    private static final int MOST = 100_000;

    private static final String UNREAD =
            "select position, end_position from projection, log_head where projection.name = 'profiles'";

    private static final String STATEMENTS = """
            select position, append_time, payload from event_log
            where position > $1 and kind = any ($2) order by position limit $3""";

    private static final Short[] KINDS = {
        (short) EventKind.IDENTITY_LINKED.number(), (short) EventKind.CUSTOMERS_MERGED.number()
    };

    private final Pool pool;
    private final EventDecoder decoder;

    LoggedPeople(Pool pool, EventDecoder decoder) {
        this.pool = pool;
        this.decoder = decoder;
    }

    /**
     * Links and merges that the profiles may not have read.
     *
     * @param until all up to this position are there
     */
    record Unread(List<Edge> edges, long until) {}

    /** Reads while others append, so that little is left to be read when nobody may. */
    Uni<Unread> unread() {
        return pool.query(UNREAD)
                .execute()
                .map(rows -> rows.iterator().next())
                .chain(from -> statements(pool, from.getLong(0)).map(edges -> new Unread(edges, from.getLong(1))));
    }

    /**
     * Everybody who is the same person as the subject, the subject among them.
     *
     * @param connection holds the lock of the log
     */
    Uni<Set<Subject>> same(SqlConnection connection, Subject subject, Unread unread) {
        return statements(connection, unread.until())
                .map(later -> {
                    List<Edge> all = new ArrayList<>(unread.edges());
                    all.addAll(later);
                    return all;
                })
                .chain(edges -> whole(connection, Set.of(subject), edges)
                        .chain(looked -> PostgresIdentities.edges(connection, looked)
                                .map(known -> same(subject, known, touching(edges, looked)))));
    }

    private Uni<List<Edge>> statements(SqlClient client, long after) {
        return client.preparedQuery(STATEMENTS)
                .execute(Tuple.tuple().addLong(after).addArrayOfShort(KINDS).addInteger(MOST + 1))
                .map(this::edges);
    }

    private List<Edge> edges(RowSet<Row> rows) {
        if (rows.size() > MOST) {
            throw ZugabeException.retryable(
                    SegmentationReason.PROFILES_BEHIND,
                    "more than " + MOST + " links and merges wait to be read: who is to be erased is not known yet",
                    RETRY);
        }
        List<Edge> edges = new ArrayList<>(rows.size());
        for (Row row : rows) {
            LoggedEvent logged = new LoggedEvent(
                    row.getLong(0),
                    row.getOffsetDateTime(1).toInstant(),
                    ByteBuffer.wrap(row.getBuffer(2).getBytes()).asReadOnlyBuffer());
            Edge.statedBy(decoder.decode(logged)).ifPresent(edges::add);
        }
        return edges;
    }

    /** All whom groups and unread statements connect with these: who belongs to whom among them is up to nobody else. */
    private static Uni<Set<Subject>> whole(SqlConnection connection, Set<Subject> from, List<Edge> unread) {
        return PostgresIdentities.members(connection, from).chain(members -> {
            Set<Subject> grown = new HashSet<>(from);
            grown.addAll(members);
            touching(unread, grown).forEach(edge -> grown.addAll(List.of(edge.from(), edge.into())));
            return grown.size() == from.size() ? Uni.createFrom().item(grown) : whole(connection, grown, unread);
        });
    }

    private static List<Edge> touching(List<Edge> edges, Set<Subject> subjects) {
        return edges.stream()
                .filter(edge -> subjects.contains(edge.from()) || subjects.contains(edge.into()))
                .toList();
    }

    private static Set<Subject> same(Subject subject, List<Edge> known, List<Edge> unread) {
        List<Edge> edges = new ArrayList<>(known);
        edges.addAll(unread);
        Map<Subject, Membership> memberships = Groups.of(edges);
        Set<Subject> person = new HashSet<>(Set.of(subject));
        Optional.ofNullable(memberships.get(subject))
                .map(Membership::canonical)
                .ifPresent(canonical -> memberships.forEach((member, membership) -> {
                    if (membership.canonical().equals(canonical)) {
                        person.add(member);
                    }
                }));
        return person;
    }
}
