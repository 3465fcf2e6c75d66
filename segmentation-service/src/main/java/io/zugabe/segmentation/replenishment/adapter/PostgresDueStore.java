package io.zugabe.segmentation.replenishment.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.segmentation.replenishment.DueStore;
import io.zugabe.segmentation.replenishment.domain.DueCustomer;
import io.zugabe.segmentation.replenishment.domain.DuePlace;
import io.zugabe.segmentation.replenishment.domain.DueWindow;
import io.zugabe.segmentation.replenishment.domain.Replenishment;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who will need what again, in PostgreSQL. */
@ApplicationScoped
class PostgresDueStore implements DueStore {

    private static final String FORGET = "delete from replenishment_due where customer = any ($1)";

    private static final String FORGET_UNKNOWN = """
            delete from replenishment_due where not exists (
                select from profile where profile.subject = replenishment_due.customer)
            or exists (
                select from identity_member
                where identity_member.subject = replenishment_due.customer and canonical <> identity_member.subject)""";

    private static final String SAVE = """
            insert into replenishment_due
                (customer, product, due_time, from_time, until_time, quiet_time, confidence)
            select * from unnest(
                $1::text[], $2::text[], $3::timestamptz[], $4::timestamptz[], $5::timestamptz[], $6::timestamptz[],
                $7::double precision[])
            on conflict (customer, product) do update set
                due_time = excluded.due_time, from_time = excluded.from_time, until_time = excluded.until_time,
                quiet_time = excluded.quiet_time, confidence = excluded.confidence""";

    private static final String READ = """
            select customer, product, due_time, from_time, until_time, quiet_time, confidence
            from replenishment_due
            where (due_time, customer, product) > ($1, $2, $3) and due_time >= $4 and due_time < $5
                and confidence >= $6
            order by due_time, customer, product limit $7""";

    private static final String CLAIM = """
            update replenishment_sweep set model_version = $1, sweep_time = $2
            where model_version <> $1 or sweep_time < $3""";

    private final Pool pool;

    PostgresDueStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> replace(Map<String, List<Replenishment>> byCustomer) {
        if (byCustomer.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String[] customers = byCustomer.keySet().toArray(String[]::new);
        Tuple columns = columns(byCustomer);
        return pool.withTransaction(connection -> connection
                .preparedQuery(FORGET)
                .execute(Tuple.tuple().addArrayOfString(customers))
                .chain(() -> connection.preparedQuery(SAVE).execute(columns))
                .replaceWithVoid());
    }

    private static Tuple columns(Map<String, List<Replenishment>> byCustomer) {
        List<String> customers = new ArrayList<>();
        List<Replenishment> due = new ArrayList<>();
        byCustomer.forEach((customer, replenishments) -> replenishments.forEach(replenishment -> {
            customers.add(customer);
            due.add(replenishment);
        }));
        return Tuple.tuple()
                .addArrayOfString(customers.toArray(String[]::new))
                .addArrayOfString(due.stream().map(Replenishment::product).toArray(String[]::new))
                .addArrayOfOffsetDateTime(
                        times(due.stream().map(Replenishment::due).toList()))
                .addArrayOfOffsetDateTime(
                        times(due.stream().map(Replenishment::from).toList()))
                .addArrayOfOffsetDateTime(
                        times(due.stream().map(Replenishment::until).toList()))
                .addArrayOfOffsetDateTime(
                        times(due.stream().map(Replenishment::quietUntil).toList()))
                .addArrayOfDouble(due.stream().map(Replenishment::confidence).toArray(Double[]::new));
    }

    private static OffsetDateTime[] times(List<Instant> times) {
        return times.stream().map(time -> time.atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new);
    }

    @Override
    public Uni<List<DueCustomer>> read(DueWindow window, DuePlace after, int most) {
        Tuple parameters = Tuple.tuple()
                .addOffsetDateTime(after.due().atOffset(ZoneOffset.UTC))
                .addString(after.customer())
                .addString(after.product())
                .addOffsetDateTime(window.from().atOffset(ZoneOffset.UTC))
                .addOffsetDateTime(window.until().atOffset(ZoneOffset.UTC))
                .addDouble(window.leastConfidence())
                .addInteger(most);
        return pool.preparedQuery(READ).execute(parameters).map(rows -> {
            List<DueCustomer> due = new ArrayList<>(rows.size());
            rows.forEach(row -> due.add(due(row)));
            return due;
        });
    }

    private static DueCustomer due(Row row) {
        return new DueCustomer(
                row.getString("customer"),
                new Replenishment(
                        row.getString("product"),
                        row.getOffsetDateTime("due_time").toInstant(),
                        row.getOffsetDateTime("from_time").toInstant(),
                        row.getOffsetDateTime("until_time").toInstant(),
                        row.getOffsetDateTime("quiet_time").toInstant(),
                        row.getDouble("confidence")));
    }

    @Override
    public Uni<Void> forgetUnknown() {
        return pool.query(FORGET_UNKNOWN).execute().replaceWithVoid();
    }

    @Override
    public Uni<Boolean> claimSweep(int modelVersion, Instant now, Instant staleBefore) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(modelVersion, now.atOffset(ZoneOffset.UTC), staleBefore.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.rowCount() == 1);
    }
}
