package io.zugabe.recommendation.baskets.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.recommendation.baskets.Basket;
import io.zugabe.recommendation.privacy.domain.ErasedPeople;
import java.util.ArrayList;
import java.util.List;

/**
 * Removes orders and refunds of people who were erased. The database compares the digests, so one pass
 * over its subjects finds them; erasures are rare. Decisions are too many for that: whose are to go is
 * noted with the place in the log.
 */
final class ErasureStore {

    private static final String IS_ERASED = """
            sha256(convert_to(
                $1 || E'\\n' || case when subject like 'c:%' then substr(subject, 3) else subject end, 'UTF8'))
            = any ($2)""";

    private static final String FIND = "select basket_no from basket where " + IS_ERASED;
    private static final String DELETE_LINES = "delete from basket_line where basket_no = any ($1)";
    private static final String DELETE_BASKETS = "delete from basket where basket_no = any ($1)";
    private static final String DELETE_REFUNDS = "delete from refund_line where " + IS_ERASED;
    private static final String DELETE_MISFITS = "delete from misfit_return where " + IS_ERASED;

    private static final String NOTE_FOR_DECISIONS = "insert into decision_erasure (log, digests) values ($1, $2)";

    private ErasureStore() {}

    /** Removes everything that is there of the people; returns their baskets, which are empty now. */
    static Uni<List<Basket>> erase(ErasedPeople people, SqlConnection transaction) {
        Tuple parameters = Tuple.tuple()
                .addString(people.log())
                .addValue(people.digests().stream().map(Buffer::buffer).toArray(Buffer[]::new));
        return transaction
                .preparedQuery(NOTE_FOR_DECISIONS)
                .execute(parameters)
                .chain(() -> transaction.preparedQuery(DELETE_MISFITS).execute(parameters))
                .chain(() -> transaction.preparedQuery(DELETE_REFUNDS).execute(parameters))
                .chain(() -> transaction.preparedQuery(FIND).execute(parameters))
                .map(ErasureStore::emptied)
                .call(baskets -> delete(baskets, transaction));
    }

    private static Uni<Void> delete(List<Basket> baskets, SqlConnection transaction) {
        Tuple numbers = Tuple.of(Columns.integers(baskets, Basket::number));
        return transaction
                .preparedQuery(DELETE_LINES)
                .execute(numbers)
                .chain(() -> transaction.preparedQuery(DELETE_BASKETS).execute(numbers))
                .replaceWithVoid();
    }

    private static List<Basket> emptied(RowSet<Row> rows) {
        List<Basket> baskets = new ArrayList<>(rows.size());
        rows.forEach(row -> baskets.add(new Basket(row.getInteger(0), List.of())));
        return baskets;
    }
}
