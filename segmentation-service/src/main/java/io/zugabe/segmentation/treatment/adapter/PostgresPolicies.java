package io.zugabe.segmentation.treatment.adapter;

import com.google.protobuf.InvalidProtocolBufferException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.segmentation.segment.BuiltInSegments;
import io.zugabe.segmentation.segment.adapter.RuleRevisionRow;
import io.zugabe.segmentation.treatment.DefaultPolicy;
import io.zugabe.segmentation.treatment.PolicyStore;
import io.zugabe.segmentation.treatment.domain.PolicyVersion;
import io.zugabe.segmentation.v1.TreatmentPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Policies in PostgreSQL. */
@ApplicationScoped
class PostgresPolicies implements PolicyStore {

    private static final int MOST = 100;

    private static final String LATEST = "select policy from treatment_policy order by version desc limit 1";
    private static final String FIND = "select policy from treatment_policy where version = $1";
    private static final String BEFORE =
            "select policy from treatment_policy where version < $1 order by version desc limit $2";
    private static final String SAVE =
            "insert into treatment_policy (version, policy, author, create_time) values ($1, $2, $3, $4)";
    private static final String DROP_OLD = "delete from treatment_policy where version <= $1";

    private final Pool pool;
    private final PolicyMessages messages;
    private final BuiltInSegments builtIn;
    private final DefaultPolicy defaultPolicy;

    PostgresPolicies(Pool pool, PolicyMessages messages, BuiltInSegments builtIn, DefaultPolicy defaultPolicy) {
        this.pool = pool;
        this.messages = messages;
        this.builtIn = builtIn;
        this.defaultPolicy = defaultPolicy;
    }

    @Override
    public Uni<Optional<PolicyVersion>> latest() {
        return pool.query(LATEST).execute().map(this::first);
    }

    @Override
    public Uni<Optional<PolicyVersion>> find(int version) {
        return pool.preparedQuery(FIND).execute(Tuple.of(version)).map(this::first);
    }

    @Override
    public Uni<List<PolicyVersion>> before(int version, int most) {
        return pool.preparedQuery(BEFORE).execute(Tuple.of(version, most)).map(this::policies);
    }

    @Override
    public Uni<Optional<PolicyVersion>> change(Function<InForce, Uni<Optional<PolicyVersion>>> decide) {
        return pool.withTransaction(transaction -> RuleRevisionRow.lock(transaction)
                .chain(() -> inForce(transaction))
                .chain(inForce -> decide.apply(inForce)
                        .call(next -> next.map(each -> save(transaction, each))
                                .orElseGet(() -> Uni.createFrom().voidItem()))
                        .map(next -> next.map(defaultPolicy.rules()::followedBy).or(inForce::policy))));
    }

    private Uni<InForce> inForce(SqlConnection transaction) {
        Set<String> segments = builtIn.versions().stream()
                .map(version -> version.definition().id())
                .collect(Collectors.toCollection(TreeSet::new));
        return RuleRevisionRow.segmentsInForce(transaction)
                .invoke(segments::addAll)
                .chain(() -> transaction.query(LATEST).execute())
                .map(rows -> new InForce(first(rows), segments));
    }

    private Uni<Void> save(SqlConnection transaction, PolicyVersion policy) {
        Tuple columns = Tuple.of(
                policy.number(),
                Buffer.buffer(messages.message(policy).toByteArray()),
                policy.author(),
                policy.createTime().orElseThrow().atOffset(ZoneOffset.UTC));
        return transaction
                .preparedQuery(SAVE)
                .execute(columns)
                .call(() -> transaction.preparedQuery(DROP_OLD).execute(Tuple.of(policy.number() - MOST)))
                .chain(() -> RuleRevisionRow.advance(transaction));
    }

    private Optional<PolicyVersion> first(RowSet<Row> rows) {
        return policies(rows).stream().findFirst();
    }

    private List<PolicyVersion> policies(RowSet<Row> rows) {
        List<PolicyVersion> policies = new ArrayList<>();
        rows.forEach(row -> policies.add(parse(row.getBuffer(0).getBytes())));
        return policies;
    }

    private PolicyVersion parse(byte[] stored) {
        try {
            return defaultPolicy.rules().followedBy(messages.policy(TreatmentPolicy.parseFrom(stored)));
        } catch (InvalidProtocolBufferException corrupt) {
            throw new UncheckedIOException("a stored policy cannot be read", corrupt);
        }
    }
}
