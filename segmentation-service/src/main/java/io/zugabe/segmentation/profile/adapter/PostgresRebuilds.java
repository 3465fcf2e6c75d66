package io.zugabe.segmentation.profile.adapter;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.segmentation.identity.adapter.PostgresIdentities;
import io.zugabe.segmentation.profile.ProfileStore;
import io.zugabe.segmentation.profile.Rebuild;
import io.zugabe.segmentation.profile.RebuildStore;
import io.zugabe.segmentation.schema.Origin;
import io.zugabe.segmentation.schema.StoredTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** New profiles, and who is the same person, in the shadows of their tables. */
@ApplicationScoped
class PostgresRebuilds implements RebuildStore {

    private static final String PROJECTION = "profiles-rebuild";

    private static final String BEGIN = """
            insert into projection (name, position, cached_position, erasures)
            select $1, 0, 0, erasures from projection where name = 'profiles'
            on conflict (name) do nothing""";

    private static final String CLEAR = "truncate "
            + StoredTable.of(Origin.SHADOW).stream().map(StoredTable::table).collect(Collectors.joining(", "));

    private static final String NOTE_BEGIN = """
            insert into rebuild (actor, start_time) values ($1, $2)
            on conflict (only_one) do update
            set actor = excluded.actor, start_time = excluded.start_time, end_time = null""";

    private static final String LATEST = """
            select actor, start_time, end_time, coalesce(position, 0)
            from rebuild left join projection on name = $1""";

    /** Whoever brings either forward waits until the swap is done. */
    private static final String OVERTAKE = """
            update projection as live
            set position = built.position, erasures = live.erasures + 1
            from (select position from projection where name = $1 for update) as built
            where live.name = 'profiles' and live.position <= built.position""";

    /** Last, for the shortest time. Taken together, so that nobody who reads two of them and this wait for each other; given up sooner than that. */
    private static final String LOCK = "set local lock_timeout = '500ms'; lock table %s in access exclusive mode"
            .formatted(StoredTable.of(Origin.REPLAYED).stream()
                    .flatMap(each -> Stream.of(each.table(), each.shadow()))
                    .collect(Collectors.joining(", ")));

    /** Versions of what is served never go back. */
    private static final String KEEP_CHANGES = """
            update identity_member_shadow as built set changed = live.changed
            from identity_member as live where live.subject = built.subject and live.changed > built.changed""";

    private static final String SWAP =
            StoredTable.of(Origin.REPLAYED).stream().map(PostgresRebuilds::swap).collect(Collectors.joining(";"));

    /** What was concluded of those who will not stand for themselves any more, or of whom nothing is known. */
    private static final String DROP_ORPHANS = StoredTable.of(Origin.CONCLUDED).stream()
            .map(PostgresRebuilds::dropOrphans)
            .collect(Collectors.joining(";"));

    /** What was concluded of the old profiles is concluded again, and goes to Redis; who is due is looked up as well. */
    private static final String CONCLUDE_AGAIN = """
            update assessment_sweep set requested = requested + 1, reason = 'profiles rebuilt';
            update replenishment_sweep set sweep_time = 'epoch'""";

    private static final String FINISH = "delete from projection where name = $1";

    private static final String NOTE_END = "update rebuild set end_time = $1";

    private final Pool pool;
    private final ProfileStore shadow;

    PostgresRebuilds(Pool pool) {
        this.pool = pool;
        this.shadow = new PostgresProfiles(
                pool,
                StoredTable.PROFILE.shadow(),
                new PostgresIdentities(StoredTable.IDENTITY_EDGE.shadow(), StoredTable.IDENTITY_MEMBER.shadow()),
                PROJECTION);
    }

    @Override
    public ProfileStore shadow() {
        return shadow;
    }

    @Override
    public Uni<Boolean> begin(String actor, Instant now) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(BEGIN)
                .execute(Tuple.of(PROJECTION))
                .chain(begun -> begun.rowCount() == 0
                        ? Uni.createFrom().item(false)
                        : connection
                                .query(CLEAR)
                                .execute()
                                .chain(() ->
                                        connection.preparedQuery(NOTE_BEGIN).execute(Tuple.of(actor, utc(now))))
                                .replaceWith(true)));
    }

    @Override
    public Uni<Optional<Rebuild>> latest() {
        return pool.preparedQuery(LATEST).execute(Tuple.of(PROJECTION)).map(rows -> {
            var iterator = rows.iterator();
            if (!iterator.hasNext()) {
                return Optional.empty();
            }
            var row = iterator.next();
            OffsetDateTime end = row.getOffsetDateTime(2);
            return Optional.of(new Rebuild(
                    row.getString(0),
                    row.getLong(3),
                    row.getOffsetDateTime(1).toInstant(),
                    end == null ? null : end.toInstant()));
        });
    }

    @Override
    public Uni<Boolean> swap(Instant now) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(OVERTAKE)
                .execute(Tuple.of(PROJECTION))
                .chain(overtaken -> overtaken.rowCount() == 0 ? Uni.createFrom().item(false) : swap(connection, now)));
    }

    private static Uni<Boolean> swap(SqlConnection connection, Instant now) {
        return Multi.createFrom()
                .items(KEEP_CHANGES, DROP_ORPHANS, CONCLUDE_AGAIN, LOCK, SWAP)
                .onItem()
                .transformToUniAndConcatenate(
                        statements -> connection.query(statements).execute())
                .collect()
                .last()
                .chain(() -> connection.preparedQuery(FINISH).execute(Tuple.of(PROJECTION)))
                .chain(() -> connection.preparedQuery(NOTE_END).execute(Tuple.of(utc(now))))
                .replaceWith(true);
    }

    private static String dropOrphans(StoredTable concluded) {
        return """
                delete from %1$s
                where not exists (select from profile_shadow as built where built.subject = %1$s.%2$s)
                    or exists (
                        select from identity_member_shadow as built
                        where built.subject = %1$s.%2$s and built.canonical <> built.subject)""".formatted(concluded.table(), concluded.subjectColumns().getFirst());
    }

    private static String swap(StoredTable replayed) {
        return """
                alter table %1$s rename to %1$s_before;
                alter table %2$s rename to %1$s;
                alter table %1$s_before rename to %2$s;
                truncate %2$s""".formatted(replayed.table(), replayed.shadow());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
