package io.zugabe.segmentation.profile.adapter;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.profile.ProfileStore;
import io.zugabe.segmentation.profile.domain.Limits;
import io.zugabe.segmentation.profile.domain.VersionedProfile;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Profiles in PostgreSQL. */
@ApplicationScoped
class PostgresProfiles implements ProfileStore {

    private static final String PROGRESS =
            "select position, cached_position, erasures from projection where name = 'profiles'";

    private static final String LOAD = "select subject, version, state from profile where subject = any ($1)";

    /** Walks along the primary key: every page costs the same, and updates keep no second index. */
    static final String CHANGED_AFTER = """
            select subject, version, case when version > $1 then state end
            from profile where subject > $2 order by subject limit $3""";

    /**
     * Succeeds for one instance only: the others find another position than the one they started from.
     * Nobody succeeds with what was read before an erasure.
     */
    private static final String ADVANCE = """
            update projection set position = $2, cached_position = greatest(cached_position, $3)
            where name = 'profiles' and position = $1 and erasures = $4""";

    private static final String SAVE = """
            insert into profile (subject, version, state)
            select * from unnest($1::text[], $2::bigint[], $3::bytea[])
            on conflict (subject) do update set version = excluded.version, state = excluded.state""";

    /** So many profiles are decoded on the event loop; more would hold up others. */
    private static final int FEW = 10;

    private final Pool pool;

    PostgresProfiles(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Progress> progress() {
        return pool.preparedQuery(PROGRESS).execute().map(rows -> {
            Row row = rows.iterator().next();
            return new Progress(row.getLong(0), row.getLong(1), row.getLong(2));
        });
    }

    @Override
    public Uni<List<VersionedProfile>> load(Collection<Subject> subjects) {
        String[] keys = subjects.stream().map(Subject::key).toArray(String[]::new);
        Uni<RowSet<Row>> rows = pool.preparedQuery(LOAD).execute(Tuple.tuple().addArrayOfString(keys));
        boolean few = keys.length <= FEW;
        return (few ? rows : rows.emitOn(Infrastructure.getDefaultWorkerPool())).map(PostgresProfiles::profiles);
    }

    @Override
    public Uni<Page> changedAfter(long version, String key, int most) {
        return pool.preparedQuery(CHANGED_AFTER)
                .execute(Tuple.of(version, key, most))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(PostgresProfiles::page);
    }

    private static Page page(RowSet<Row> rows) {
        List<VersionedProfile> changed = new ArrayList<>();
        Optional<String> lastKey = Optional.empty();
        for (Row row : rows) {
            lastKey = Optional.of(row.getString(0));
            if (row.getBuffer(2) != null) {
                changed.add(profile(row));
            }
        }
        return new Page(changed, lastKey);
    }

    @Override
    public Uni<Boolean> commit(Progress from, Progress to, Collection<VersionedProfile> changed) {
        return Uni.createFrom()
                .item(() -> columns(changed))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(columns -> pool.withTransaction(connection -> connection
                        .preparedQuery(ADVANCE)
                        .execute(Tuple.of(from.position(), to.position(), to.cachedPosition(), from.erasures()))
                        .chain(advanced -> advanced.rowCount() == 1
                                ? save(connection, columns)
                                : Uni.createFrom().item(false))));
    }

    private static Uni<Boolean> save(SqlConnection connection, Tuple columns) {
        return connection.preparedQuery(SAVE).execute(columns).replaceWith(true);
    }

    private static Tuple columns(Collection<VersionedProfile> changed) {
        List<String> keys = new ArrayList<>(changed.size());
        List<Long> versions = new ArrayList<>(changed.size());
        List<Buffer> states = new ArrayList<>(changed.size());
        for (VersionedProfile versioned : changed) {
            keys.add(versioned.profile().subject().key());
            versions.add(versioned.version());
            states.add(Buffer.buffer(StateCodec.encode(versioned.profile())));
        }
        return Tuple.tuple()
                .addArrayOfString(keys.toArray(String[]::new))
                .addArrayOfLong(versions.toArray(Long[]::new))
                .addValue(states.toArray(Buffer[]::new));
    }

    private static List<VersionedProfile> profiles(RowSet<Row> rows) {
        List<VersionedProfile> profiles = new ArrayList<>(rows.size());
        for (Row row : rows) {
            profiles.add(profile(row));
        }
        return profiles;
    }

    private static VersionedProfile profile(Row row) {
        Subject subject = Subject.ofKey(row.getString(0));
        byte[] state = row.getBuffer(2).getBytes();
        return new VersionedProfile(StateCodec.decode(subject, state, Limits.STANDARD), row.getLong(1));
    }
}
