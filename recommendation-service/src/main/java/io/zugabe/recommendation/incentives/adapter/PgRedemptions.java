package io.zugabe.recommendation.incentives.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.recommendation.incentives.Redemptions;
import io.zugabe.recommendation.incentives.domain.RedeemRules;
import io.zugabe.recommendation.incentives.domain.Refusal;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Redemptions in PostgreSQL. Those of one order, and those of one customer, come one after the other: locks that end with the
 * transaction see to it, the order's first.
 */
@Singleton
public class PgRedemptions implements Redemptions {

    private static final String FIND =
            "select order_id, redeem_time from incentive_redemption where decision_id = $1 and product_id = $2";
    private static final String LOCK_ORDER = "select pg_advisory_xact_lock(7121, hashtext($1))";
    private static final String LOCK_CUSTOMER = "select pg_advisory_xact_lock(7122, hashtext($1))";
    private static final String OF_ORDER =
            "select stacking_class, exclusive from incentive_redemption where order_id = $1 and order_id <> ''";
    private static final String OF_CUSTOMER =
            "select count(*) from incentive_redemption where incentive_id = $1 and subject = $2 and subject <> ''";
    private static final String COVERED = """
            select day from incentive_lease
            where lease_id = $1 and incentive_id = $2 and amount_micros >= $3 and expire_time > $4""";
    private static final String PAY = """
            update incentive_lease set amount_micros = amount_micros - $3
            where lease_id = $1 and incentive_id = $2 and amount_micros >= $3 and expire_time > $4 returning day""";
    private static final String SPEND = """
            insert into incentive_spent as known (incentive_id, day, micros, redemptions) values ($1, $2, $3, 1)
            on conflict (incentive_id, day) do update set micros = known.micros + $3,
                redemptions = known.redemptions + 1""";
    private static final String INSERT = """
            insert into incentive_redemption (decision_id, product_id, incentive_id, subject, order_id,
                stacking_class, exclusive, cost_micros, redeem_time)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)""";

    private final Pool pool;

    public PgRedemptions(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<Redemption>> find(String decision, String product) {
        return pool.preparedQuery(FIND).execute(Tuple.of(decision, product)).map(PgRedemptions::redemption);
    }

    private static Optional<Redemption> redemption(RowSet<Row> rows) {
        if (rows.rowCount() == 0) {
            return Optional.empty();
        }
        Row row = rows.iterator().next();
        return Optional.of(new Redemption(
                row.getString("order_id"), row.getOffsetDateTime("redeem_time").toInstant()));
    }

    @Override
    public Uni<Result> redeem(Wanted wanted, boolean dry) {
        return pool.withTransaction(transaction -> lock(wanted, transaction)
                .chain(() -> transaction
                        .preparedQuery(FIND)
                        .execute(Tuple.of(
                                wanted.offer().decision().toString(),
                                wanted.offer().product())))
                .map(PgRedemptions::redemption)
                .chain(before -> before.isPresent()
                        ? Uni.createFrom().item(again(before.get(), wanted))
                        : first(wanted, dry, transaction)));
    }

    private static Uni<Void> lock(Wanted wanted, SqlConnection transaction) {
        String customer = wanted.incentive().id() + "\n" + wanted.offer().subject();
        return transaction
                .preparedQuery(LOCK_ORDER)
                .execute(Tuple.of(wanted.order()))
                .chain(() -> transaction.preparedQuery(LOCK_CUSTOMER).execute(Tuple.of(customer)))
                .replaceWithVoid();
    }

    private static Result again(Redemption before, Wanted wanted) {
        return before.order().equals(wanted.order())
                ? new Result.Done(before.time())
                : new Result.Refused(Refusal.REDEEMED);
    }

    private static Uni<Result> first(Wanted wanted, boolean dry, SqlConnection transaction) {
        return refusal(wanted, transaction)
                .chain(refusal -> refusal.isPresent()
                        ? Uni.createFrom().item(new Result.Refused(refusal.get()))
                        : pay(wanted, dry, transaction));
    }

    private static Uni<Optional<Refusal>> refusal(Wanted wanted, SqlConnection transaction) {
        return transaction
                .preparedQuery(OF_ORDER)
                .execute(Tuple.of(wanted.order()))
                .map(rows -> stacks(wanted, rows))
                .chain(stacks -> stacks
                        ? transaction
                                .preparedQuery(OF_CUSTOMER)
                                .execute(Tuple.of(
                                        wanted.incentive().id(), wanted.offer().subject()))
                                .map(rows ->
                                        limit(wanted, rows.iterator().next().getLong(0)))
                        : Uni.createFrom().item(Optional.of(Refusal.NOT_STACKABLE)));
    }

    private static boolean stacks(Wanted wanted, RowSet<Row> rows) {
        List<RedeemRules.Redeemed> others = new ArrayList<>();
        rows.forEach(row ->
                others.add(new RedeemRules.Redeemed(row.getString("stacking_class"), row.getBoolean("exclusive"))));
        return RedeemRules.stacks(
                new RedeemRules.Redeemed(
                        wanted.incentive().stackingClass(), wanted.incentive().exclusive()),
                others);
    }

    private static Optional<Refusal> limit(Wanted wanted, long redeemed) {
        int most = wanted.incentive().mostPerCustomer();
        return most > 0 && redeemed >= most ? Optional.of(Refusal.CUSTOMER_LIMIT) : Optional.empty();
    }

    private static Uni<Result> pay(Wanted wanted, boolean dry, SqlConnection transaction) {
        Tuple lease = Tuple.of(
                wanted.promise().lease(),
                wanted.incentive().id(),
                wanted.promise().cost(),
                wanted.now().atOffset(ZoneOffset.UTC));
        return transaction.preparedQuery(dry ? COVERED : PAY).execute(lease).chain(rows -> {
            if (rows.rowCount() == 0) {
                return Uni.createFrom().item(new Result.Refused(Refusal.BUDGET_SPENT));
            }
            LocalDate day = rows.iterator().next().getLocalDate(0);
            return dry
                    ? Uni.createFrom().item(new Result.Done(wanted.now()))
                    : note(wanted, day, transaction).replaceWith(new Result.Done(wanted.now()));
        });
    }

    private static Uni<Void> note(Wanted wanted, LocalDate day, SqlConnection transaction) {
        return transaction
                .preparedQuery(SPEND)
                .execute(Tuple.of(wanted.incentive().id(), day, wanted.promise().cost()))
                .chain(() -> transaction.preparedQuery(INSERT).execute(row(wanted)))
                .replaceWithVoid();
    }

    private static Tuple row(Wanted wanted) {
        return Tuple.tuple()
                .addString(wanted.offer().decision().toString())
                .addString(wanted.offer().product())
                .addString(wanted.incentive().id())
                .addString(wanted.offer().subject())
                .addString(wanted.order())
                .addString(wanted.incentive().stackingClass())
                .addBoolean(wanted.incentive().exclusive())
                .addLong(wanted.promise().cost())
                .addOffsetDateTime(wanted.now().atOffset(ZoneOffset.UTC));
    }
}
