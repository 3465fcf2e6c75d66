package io.zugabe.recommendation.insight.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.recommendation.baskets.adapter.Columns;
import io.zugabe.recommendation.feedback.domain.OfferOrigin;
import io.zugabe.recommendation.insight.domain.BoughtLine;
import io.zugabe.recommendation.insight.domain.KeptLine;
import io.zugabe.recommendation.insight.domain.KeptOffer;
import io.zugabe.recommendation.insight.domain.LineKey;
import io.zugabe.recommendation.insight.domain.MadeOffer;
import io.zugabe.recommendation.insight.domain.OfferKey;
import io.zugabe.recommendation.insight.domain.Person;
import io.zugabe.recommendation.insight.domain.ReturnLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Offers, lines and returns in the database, read by what they have in common. */
final class OfferRows {

    private static final String OFFERS = """
            select o.* from tracked_offer o join unnest($1::text[], $2::text[]) k (id, product)
                on o.decision_id = k.id and o.product_id = k.product
            union select o.* from tracked_offer o join unnest($3::text[], $4::text[]) k (id, product)
                on o.customer = k.id and o.product_id = k.product and o.customer <> ''
            union select o.* from tracked_offer o join unnest($5::text[], $6::text[]) k (id, product)
                on o.visitor = k.id and o.product_id = k.product and o.visitor <> ''""";

    private static final String LINES = """
            select l.* from tracked_line l join unnest($1::text[], $2::text[]) k (id, product)
                on l.order_id = k.id and l.product_id = k.product
            union select l.* from tracked_line l join unnest($3::text[], $4::text[]) k (id, product)
                on l.subject = k.id and l.product_id = k.product
            union select l.* from tracked_line l join unnest($5::text[], $6::text[]) k (id, product)
                on l.visitor = k.id and l.product_id = k.product and l.visitor <> ''""";

    private static final String RETURNS = """
            select r.* from tracked_return r join unnest($1::text[], $2::text[]) k (id, product)
                on r.order_id = k.id and r.product_id = k.product and r.order_id <> ''
            union select r.* from tracked_return r join unnest($3::text[], $4::text[]) k (id, product)
                on r.subject = k.id and r.product_id = k.product""";

    private OfferRows() {}

    /** Something and the product that it is about. */
    record Of(String id, String product) {}

    static Uni<List<KeptOffer>> offers(
            Collection<Of> decisions, Collection<Of> customers, Collection<Of> visitors, SqlConnection connection) {
        return decisions.isEmpty() && customers.isEmpty() && visitors.isEmpty()
                ? Uni.createFrom().item(List.of())
                : connection
                        .preparedQuery(OFFERS)
                        .execute(keys(decisions, customers, visitors))
                        .map(rows -> all(rows, OfferRows::offer));
    }

    static Uni<List<KeptLine>> lines(
            Collection<Of> orders, Collection<Of> subjects, Collection<Of> visitors, SqlConnection connection) {
        return orders.isEmpty() && subjects.isEmpty() && visitors.isEmpty()
                ? Uni.createFrom().item(List.of())
                : connection
                        .preparedQuery(LINES)
                        .execute(keys(orders, subjects, visitors))
                        .map(rows -> all(rows, OfferRows::line));
    }

    static Uni<List<ReturnLine>> returns(Collection<Of> orders, Collection<Of> subjects, SqlConnection connection) {
        return orders.isEmpty() && subjects.isEmpty()
                ? Uni.createFrom().item(List.of())
                : connection
                        .preparedQuery(RETURNS)
                        .execute(keys(orders, subjects))
                        .map(rows -> all(rows, OfferRows::returned));
    }

    private static Tuple keys(Collection<Of> first, Collection<Of> second, Collection<Of> third) {
        return keys(first, second)
                .addArrayOfString(Columns.texts(third, Of::id))
                .addArrayOfString(Columns.texts(third, Of::product));
    }

    private static Tuple keys(Collection<Of> first, Collection<Of> second) {
        return Tuple.tuple()
                .addArrayOfString(Columns.texts(first, Of::id))
                .addArrayOfString(Columns.texts(first, Of::product))
                .addArrayOfString(Columns.texts(second, Of::id))
                .addArrayOfString(Columns.texts(second, Of::product));
    }

    private static <T> List<T> all(RowSet<Row> rows, Function<Row, T> read) {
        List<T> all = new ArrayList<>(rows.size());
        rows.forEach(row -> all.add(read.apply(row)));
        return all;
    }

    static KeptOffer offer(Row row) {
        return new KeptOffer(
                new MadeOffer(
                        new OfferKey(row.getString("decision_id"), row.getString("product_id")),
                        new Person(row.getString("customer"), row.getString("visitor")),
                        row.getString("placement"),
                        new OfferOrigin(
                                row.getString("anchor"),
                                row.getString("anchor_type"),
                                row.getString("source"),
                                row.getString("segment"),
                                row.getDouble("expected")),
                        row.getLong("seen"),
                        row.getLong("clicked"),
                        row.getLong("added"),
                        row.getLong("dismissed")),
                row.getInteger("bought"),
                row.getInteger("returned"));
    }

    static KeptLine line(Row row) {
        return new KeptLine(
                new BoughtLine(
                        new LineKey(row.getString("order_id"), row.getString("product_id")),
                        new Person(row.getString("customer"), row.getString("visitor")),
                        row.getLong("order_time"),
                        row.getLong("quantity")),
                row.getString("decision_id"),
                row.getBoolean("returned"));
    }

    static ReturnLine returned(Row row) {
        return new ReturnLine(
                row.getString("event_id"),
                row.getString("product_id"),
                row.getString("order_id"),
                row.getString("subject"),
                row.getLong("return_time"),
                row.getLong("quantity"));
    }
}
