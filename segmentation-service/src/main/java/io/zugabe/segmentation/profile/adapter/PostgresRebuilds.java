package io.zugabe.segmentation.profile.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.segmentation.profile.ProfileStore;
import io.zugabe.segmentation.profile.Rebuild;
import io.zugabe.segmentation.profile.RebuildStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** New profiles in {@code profile_shadow}. */
@ApplicationScoped
class PostgresRebuilds implements RebuildStore {

    private static final String PROJECTION = "profiles-rebuild";

    private static final String BEGIN = """
            insert into projection (name, position, cached_position, erasures)
            select $1, 0, 0, erasures from projection where name = 'profiles'
            on conflict (name) do nothing""";

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

    private static final String SWAP = """
            alter table profile rename to profile_before;
            alter table profile_shadow rename to profile;
            alter table profile_before rename to profile_shadow;
            truncate profile_shadow""";

    /** Assessments were made of the old profiles; what they conclude of the new ones goes to Redis as well. */
    private static final String ASSESS_ALL =
            "update assessment_sweep set requested = requested + 1, reason = 'profiles rebuilt'";

    private static final String FINISH = "delete from projection where name = $1";

    private static final String NOTE_END = "update rebuild set end_time = $1";

    private final Pool pool;
    private final ProfileStore shadow;

    PostgresRebuilds(Pool pool) {
        this.pool = pool;
        this.shadow = new PostgresProfiles(pool, "profile_shadow", PROJECTION);
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
                                .query("truncate profile_shadow")
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
        return connection
                .query(SWAP)
                .execute()
                .chain(() -> connection.query(ASSESS_ALL).execute())
                .chain(() -> connection.preparedQuery(FINISH).execute(Tuple.of(PROJECTION)))
                .chain(() -> connection.preparedQuery(NOTE_END).execute(Tuple.of(utc(now))))
                .replaceWith(true);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
