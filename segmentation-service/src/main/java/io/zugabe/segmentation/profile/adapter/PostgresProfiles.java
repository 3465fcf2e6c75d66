package io.zugabe.segmentation.profile.adapter;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.segmentation.identity.adapter.PostgresIdentities;
import io.zugabe.segmentation.identity.domain.Edge;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.profile.ProfileStore;
import io.zugabe.segmentation.profile.domain.Limits;
import io.zugabe.segmentation.profile.domain.VersionedProfile;
import io.zugabe.segmentation.schema.StoredTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Profiles in PostgreSQL. */
@ApplicationScoped
class PostgresProfiles implements ProfileStore {

    /** Stands in all statements for the table of profiles. */
    private static final String TABLE = "profile";

    private static final String PROJECTION = "profiles";

    private static final String PROGRESS = "select position, erasures from projection where name = $1";

    private static final String LOAD = "select subject, version, state from profile where subject = any ($1)";

    /**
     * Succeeds for one instance only: the others find another position than the one they started from.
     * Nobody succeeds with what was read before an erasure.
     */
    private static final String ADVANCE =
            "update projection set position = $2 where name = $4 and position = $1 and erasures = $3";

    private static final String SAVE = """
            insert into profile (subject, version, state)
            select * from unnest($1::text[], $2::bigint[], $3::bytea[])
            on conflict (subject) do update set version = excluded.version, state = excluded.state""";

    /** So many profiles are decoded on the event loop; more would hold up others. */
    private static final int FEW = 10;

    private final Pool pool;
    private final PostgresIdentities identities;
    private final String projection;
    private final String load;
    private final String save;

    @Inject
    PostgresProfiles(Pool pool) {
        this(
                pool,
                TABLE,
                new PostgresIdentities(StoredTable.IDENTITY_EDGE.table(), StoredTable.IDENTITY_MEMBER.table()),
                PROJECTION);
    }

    /**
     * @param table where the profiles lie
     * @param identities who is the same person, kept with them
     * @param projection name of their progress
     */
    PostgresProfiles(Pool pool, String table, PostgresIdentities identities, String projection) {
        this.pool = pool;
        this.identities = identities;
        this.projection = projection;
        this.load = LOAD.replace(" " + TABLE + " ", " " + table + " ");
        this.save = SAVE.replace(" " + TABLE + " ", " " + table + " ");
    }

    @Override
    public Uni<Progress> progress() {
        return pool.preparedQuery(PROGRESS).execute(Tuple.of(projection)).map(rows -> {
            Row row = rows.iterator().next();
            return new Progress(row.getLong(0), row.getLong(1));
        });
    }

    @Override
    public Uni<List<VersionedProfile>> load(Collection<Subject> subjects) {
        String[] keys = subjects.stream().map(Subject::key).toArray(String[]::new);
        Uni<RowSet<Row>> rows = pool.preparedQuery(load).execute(Tuple.tuple().addArrayOfString(keys));
        boolean few = keys.length <= FEW;
        return (few ? rows : rows.emitOn(Infrastructure.getDefaultWorkerPool())).map(PostgresProfiles::profiles);
    }

    @Override
    public Uni<Boolean> commit(Progress from, long to, Collection<VersionedProfile> changed, Collection<Edge> edges) {
        return Uni.createFrom()
                .item(() -> columns(changed))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(columns -> pool.withTransaction(connection -> connection
                        .preparedQuery(ADVANCE)
                        .execute(Tuple.of(from.position(), to, from.erasures(), projection))
                        .chain(advanced -> advanced.rowCount() == 1
                                ? save(connection, columns, edges, to)
                                : Uni.createFrom().item(false))));
    }

    private Uni<Boolean> save(SqlConnection connection, Tuple columns, Collection<Edge> edges, long position) {
        return connection
                .preparedQuery(save)
                .execute(columns)
                .chain(() -> identities.add(connection, edges, position))
                .replaceWith(true);
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
