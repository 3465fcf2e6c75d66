package io.zugabe.recommendation.triggers.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.recommendation.privacy.domain.ErasedPeople;
import io.zugabe.recommendation.triggers.TriggerRun;
import io.zugabe.recommendation.triggers.TriggerSettings;
import io.zugabe.recommendation.triggers.domain.Happening;
import io.zugabe.recommendation.triggers.domain.People;
import io.zugabe.recommendation.triggers.domain.Person;
import io.zugabe.recommendation.triggers.domain.Triggers;
import io.zugabe.recommendation.triggers.domain.Uses;
import io.zugabe.recommendation.upstream.Reached;
import io.zugabe.recommendation.upstream.adapter.LogReplacedException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the log makes of timers, written with how far it was read. Replicas share the database: whoever comes
 * second with a run finds the position ahead and changes nothing.
 */
@Singleton
public class TriggerLog {

    private static final String READ_POSITION = "select position, log_id, generation from trigger_position";
    private static final String LOCK_POSITION = READ_POSITION + " for update";
    private static final String MOVE_POSITION = "update trigger_position set position = $1, log_id = $2";
    private static final String FORGET_POSITION =
            "update trigger_position set position = 0, log_id = '', generation = generation + 1";
    private static final List<String> FORGET =
            List.of("delete from trigger_cart", "delete from due_timer where kind <> 'CAMPAIGN'", FORGET_POSITION);

    private static final String IS_ERASED = """
             where sha256(convert_to(
                $1 || E'\\n' || case when subject like 'c:%' then substr(subject, 3) else subject end, 'UTF8'))
            = any ($2)""";
    private static final List<String> ERASE = List.of(
            "delete from trigger_cart" + IS_ERASED,
            "delete from due_timer" + IS_ERASED,
            "delete from due_offer" + IS_ERASED,
            "update incentive_redemption set subject = '', order_id = ''" + IS_ERASED);

    private final Pool pool;
    private final TriggerSettings settings;
    private final Clock clock = Clock.systemUTC();

    public TriggerLog(Pool pool, TriggerSettings settings) {
        this.pool = pool;
        this.settings = settings;
    }

    /** How far which log was read. */
    Uni<Reached> reached() {
        return pool.query(READ_POSITION).execute().map(TriggerLog::reached);
    }

    /** Forgets what was read, unless another replica has done so already; returns from where to go on. */
    Uni<Reached> forget(long generation) {
        return pool.withTransaction(connection -> lock(connection)
                .chain(now -> now.generation() != generation
                        ? Uni.createFrom().item(new Reached(0, "", now.generation()))
                        : all(FORGET, Tuple.tuple(), connection).replaceWith(new Reached(0, "", generation + 1))));
    }

    /**
     * Starts and stops timers by a run of events, and moves the position. Fails with
     * {@link LogReplacedException} if the run comes from another log than what is here.
     *
     * @return number of timers that would have been too late
     */
    Uni<Integer> append(TriggerRun run, long generation, Uses uses) {
        Triggers triggers = settings.current();
        return pool.withTransaction(connection -> lock(connection).chain(now -> {
            if (now.generation() != generation || now.isOfAnotherLogThan(run.log())) {
                return Uni.createFrom().failure(new LogReplacedException("the log at hand is not the one read before"));
            }
            List<Happening> news = run.happenings().stream()
                    .filter(logged -> logged.position() > now.position())
                    .map(TriggerRun.Logged::happening)
                    .toList();
            Reached after = now.upTo(run.position(), run.log());
            return react(news, triggers, uses, connection)
                    .call(() -> erase(run, connection))
                    .call(() ->
                            connection.preparedQuery(MOVE_POSITION).execute(Tuple.of(after.position(), after.log())));
        }));
    }

    private Uni<Integer> react(List<Happening> news, Triggers triggers, Uses uses, SqlConnection connection) {
        if (news.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        PersonStore store = new PersonStore(connection);
        String[] subjects = news.stream()
                .map(People::concerned)
                .flatMap(Set::stream)
                .distinct()
                .sorted()
                .toArray(String[]::new);
        return store.read(subjects)
                .chain(before -> store.write(before, after(before, news, triggers, uses), clock.instant()));
    }

    private static Map<String, Person> after(
            Map<String, Person> before, List<Happening> news, Triggers triggers, Uses uses) {
        People people = new People(before, triggers, uses);
        news.forEach(people::after);
        return people.changed();
    }

    private static Uni<Void> erase(TriggerRun run, SqlConnection connection) {
        return run.erased()
                .map(people -> all(ERASE, parameters(people), connection))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static Tuple parameters(ErasedPeople people) {
        return Tuple.tuple()
                .addString(people.log())
                .addValue(people.digests().stream().map(Buffer::buffer).toArray(Buffer[]::new));
    }

    private static Uni<Void> all(List<String> statements, Tuple parameters, SqlConnection connection) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (String statement : statements) {
            done = done.chain(() -> connection.preparedQuery(statement).execute(parameters))
                    .replaceWithVoid();
        }
        return done;
    }

    private static Uni<Reached> lock(SqlConnection connection) {
        return connection.query(LOCK_POSITION).execute().map(TriggerLog::reached);
    }

    private static Reached reached(RowSet<Row> rows) {
        Row row = rows.iterator().next();
        return new Reached(row.getLong("position"), row.getString("log_id"), row.getLong("generation"));
    }
}
