package io.zugabe.segmentation.audience.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.kit.paging.PageRequest;
import io.zugabe.segmentation.audience.TargetGroupStore;
import io.zugabe.segmentation.audience.domain.GroupChange;
import io.zugabe.segmentation.audience.domain.GroupDefinition;
import io.zugabe.segmentation.audience.domain.Rule;
import io.zugabe.segmentation.audience.domain.TargetGroup;
import io.zugabe.segmentation.audience.domain.TargetGroup.KeptRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Target groups in PostgreSQL. */
@ApplicationScoped
class PostgresTargetGroups implements TargetGroupStore {

    private static final String CREATE = """
            insert into target_group as g (id, version) values ($1, 1)
            on conflict (id) do update
            set version = g.version + 1, deleted = false, create_time = statement_timestamp() where g.deleted
            returning version""";

    private static final String UPDATE = """
            update target_group set version = version + 1
            where id = $1 and version = $2 and not deleted returning version""";

    private static final String DELETE = """
            update target_group set deleted = true
            where id = $1 and not deleted and ($2 = 0 or version = $2) returning version""";

    private static final String ADD_VERSION =
            "insert into target_group_version (id, version, definition, author) values ($1, $2, $3, $4)";

    private static final String SECRET = "select secret from count_secret";

    private static final String FIND = TargetGroupRows.GROUP + "where g.id = $1 and not g.deleted";

    private static final String LIST =
            TargetGroupRows.GROUP + "where g.id > $1 and not g.deleted order by g.id limit $2";

    private static final String COUNT = "select count(*) from target_group where not deleted";

    private static final String KEEP = """
            update target_group_version set rule = $3, rule_time = statement_timestamp()
            where id = $1 and version = $2 and rule is null""";

    private static final String RULE =
            "select rule, rule_time from target_group_version where id = $1 and version = $2";

    private static final String NOTE = """
            insert into target_group_change (actor, action, group_id, version, detail)
            values ($1, $2, $3, $4, $5)""";

    private static final String CHANGES = """
            select number, change_time, actor, action, group_id, version, detail from target_group_change
            where ($1 = '' or group_id = $1) and number < $2 order by number desc limit $3""";

    private final Pool pool;

    PostgresTargetGroups(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<TargetGroup>> create(GroupDefinition definition, String actor) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(CREATE)
                .execute(Tuple.of(definition.id()))
                .chain(rows -> add(connection, rows, definition, actor, GroupChange.Action.CREATED)));
    }

    @Override
    public Uni<Optional<TargetGroup>> update(GroupDefinition definition, int expected, String actor) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(UPDATE)
                .execute(Tuple.of(definition.id(), expected))
                .chain(rows -> add(connection, rows, definition, actor, GroupChange.Action.UPDATED)));
    }

    private static Uni<Optional<TargetGroup>> add(
            SqlConnection connection,
            RowSet<Row> versions,
            GroupDefinition definition,
            String actor,
            GroupChange.Action action) {
        if (versions.size() == 0) {
            return Uni.createFrom().item(Optional.empty());
        }
        int version = versions.iterator().next().getInteger(0);
        Buffer bytes = Buffer.buffer(DefinitionMessages.message(definition).toByteArray());
        return connection
                .preparedQuery(ADD_VERSION)
                .execute(Tuple.of(definition.id(), version, bytes, actor))
                .chain(() -> note(connection, definition.id(), version, action, actor, ""))
                .chain(() -> connection.preparedQuery(FIND).execute(Tuple.of(definition.id())))
                .map(TargetGroupRows::first);
    }

    @Override
    public Uni<Boolean> delete(String id, int expected, String actor) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(DELETE)
                .execute(Tuple.of(id, expected))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(false)
                        : note(
                                        connection,
                                        id,
                                        rows.iterator().next().getInteger(0),
                                        GroupChange.Action.DELETED,
                                        actor,
                                        "")
                                .replaceWith(true)));
    }

    @Override
    public Uni<byte[]> secret() {
        return pool.query(SECRET)
                .execute()
                .map(rows -> rows.iterator().next().getBuffer(0).getBytes());
    }

    @Override
    public Uni<Optional<TargetGroup>> find(String id) {
        return pool.preparedQuery(FIND).execute(Tuple.of(id)).map(TargetGroupRows::first);
    }

    @Override
    public Uni<List<TargetGroup>> list(PageRequest page) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(page.after(), page.size() + 1))
                .map(TargetGroupRows::groups);
    }

    @Override
    public Uni<Long> count() {
        return pool.preparedQuery(COUNT)
                .execute()
                .map(rows -> rows.iterator().next().getLong(0));
    }

    @Override
    public Uni<KeptRule> keep(TargetGroup group, Rule rule) {
        Buffer bytes = Buffer.buffer(RuleMessages.message(rule).toByteArray());
        return pool.preparedQuery(KEEP)
                .execute(Tuple.of(group.id(), group.version(), bytes))
                .chain(() -> pool.preparedQuery(RULE).execute(Tuple.of(group.id(), group.version())))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    return new KeptRule(
                            RuleMessages.rule(
                                    group.definition(), row.getBuffer(0).getBytes()),
                            row.getOffsetDateTime(1).toInstant());
                });
    }

    @Override
    public Uni<Void> note(TargetGroup group, GroupChange.Action action, String actor, String detail) {
        return pool.withConnection(connection -> note(connection, group.id(), group.version(), action, actor, detail));
    }

    private static Uni<Void> note(
            SqlConnection connection, String id, int version, GroupChange.Action action, String actor, String detail) {
        return connection
                .preparedQuery(NOTE)
                .execute(Tuple.of(actor, action.name(), id, version, detail))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<GroupChange>> changes(String groupId, PageRequest page) {
        long below = page.after().isEmpty() ? Long.MAX_VALUE : Long.parseLong(page.after());
        return pool.preparedQuery(CHANGES)
                .execute(Tuple.of(groupId, below, page.size() + 1))
                .map(TargetGroupRows::changes);
    }
}
