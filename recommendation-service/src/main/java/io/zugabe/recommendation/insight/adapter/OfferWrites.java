package io.zugabe.recommendation.insight.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.recommendation.baskets.adapter.Columns;
import io.zugabe.recommendation.insight.domain.CellKey;
import io.zugabe.recommendation.insight.domain.Counts;
import io.zugabe.recommendation.insight.domain.KeptLine;
import io.zugabe.recommendation.insight.domain.KeptOffer;
import io.zugabe.recommendation.insight.domain.ReturnLine;
import io.zugabe.recommendation.insight.domain.Settlement;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Writes what a settlement changes. */
final class OfferWrites {

    private static final String OFFERS = """
            insert into tracked_offer
            select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                $8::text[], $9::text[], $10::float8[], $11::int8[], $12::int8[], $13::int8[], $14::int8[], $15::int4[],
                $16::int4[])
            on conflict (decision_id, product_id) do update set
                customer = excluded.customer, visitor = excluded.visitor, placement = excluded.placement,
                anchor = excluded.anchor, anchor_type = excluded.anchor_type, source = excluded.source,
                segment = excluded.segment, expected = excluded.expected, seen = excluded.seen,
                clicked = excluded.clicked, added = excluded.added, dismissed = excluded.dismissed,
                bought = excluded.bought, returned = excluded.returned""";

    private static final String LINES = """
            insert into tracked_line
            select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::int8[], $7::int8[],
                $8::text[], $9::bool[])
            on conflict (order_id, product_id) do update set
                customer = excluded.customer, visitor = excluded.visitor, subject = excluded.subject,
                order_time = excluded.order_time, quantity = excluded.quantity, decision_id = excluded.decision_id,
                returned = excluded.returned""";

    private static final String RETURNS = """
            insert into tracked_return
            select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::int8[], $6::int8[])
            on conflict (event_id, product_id) do nothing""";

    private static final String CELLS = """
            insert into offer_cell (placement, product_id, anchor_type, source, segment, shown, clicked, added, dismissed,
                interested, bought, returned, expected_micros, position, touched)
            select *, $14::int8, $15::int8 from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[],
                $6::int8[], $7::int8[], $8::int8[], $9::int8[], $10::int8[], $11::int8[], $12::int8[], $13::int8[])
            on conflict (product_id, placement, anchor_type, source, segment) do update set
                shown = offer_cell.shown + excluded.shown, clicked = offer_cell.clicked + excluded.clicked,
                added = offer_cell.added + excluded.added, dismissed = offer_cell.dismissed + excluded.dismissed,
                interested = offer_cell.interested + excluded.interested, bought = offer_cell.bought + excluded.bought,
                returned = offer_cell.returned + excluded.returned,
                expected_micros = offer_cell.expected_micros + excluded.expected_micros,
                position = excluded.position, touched = excluded.touched""";

    private OfferWrites() {}

    /**
     * @param position of the log that is reached
     * @param time of the log then
     */
    static Uni<Void> write(
            Settlement settlement, List<ReturnLine> returns, long position, long time, SqlConnection connection) {
        return offers(settlement.offers(), connection)
                .chain(() -> lines(settlement.lines(), connection))
                .chain(() -> returns(returns, connection))
                .chain(() -> cells(settlement.counts(), position, time, connection));
    }

    private static Uni<Void> offers(Collection<KeptOffer> offers, SqlConnection connection) {
        Tuple columns = Tuple.tuple()
                .addArrayOfString(
                        Columns.texts(offers, each -> each.offer().key().decision()))
                .addArrayOfString(
                        Columns.texts(offers, each -> each.offer().key().product()))
                .addArrayOfString(
                        Columns.texts(offers, each -> each.offer().person().customer()))
                .addArrayOfString(
                        Columns.texts(offers, each -> each.offer().person().visitor()))
                .addArrayOfString(Columns.texts(offers, each -> each.offer().placement()))
                .addArrayOfString(
                        Columns.texts(offers, each -> each.offer().origin().anchor()))
                .addArrayOfString(
                        Columns.texts(offers, each -> each.offer().origin().anchorType()))
                .addArrayOfString(
                        Columns.texts(offers, each -> each.offer().origin().source()))
                .addArrayOfString(
                        Columns.texts(offers, each -> each.offer().origin().segment()))
                .addArrayOfDouble(offers.stream()
                        .map(each -> each.offer().origin().expectedAcceptance())
                        .toArray(Double[]::new))
                .addArrayOfLong(Columns.numbers(offers, each -> each.offer().seen()))
                .addArrayOfLong(Columns.numbers(offers, each -> each.offer().clicked()))
                .addArrayOfLong(Columns.numbers(offers, each -> each.offer().added()))
                .addArrayOfLong(Columns.numbers(offers, each -> each.offer().dismissed()))
                .addArrayOfInteger(Columns.integers(offers, KeptOffer::bought))
                .addArrayOfInteger(Columns.integers(offers, KeptOffer::returned));
        return execute(OFFERS, offers, columns, connection);
    }

    private static Uni<Void> lines(Collection<KeptLine> lines, SqlConnection connection) {
        Tuple columns = Tuple.tuple()
                .addArrayOfString(Columns.texts(lines, each -> each.line().key().order()))
                .addArrayOfString(Columns.texts(lines, each -> each.line().key().product()))
                .addArrayOfString(
                        Columns.texts(lines, each -> each.line().person().customer()))
                .addArrayOfString(
                        Columns.texts(lines, each -> each.line().person().visitor()))
                .addArrayOfString(
                        Columns.texts(lines, each -> each.line().person().subject()))
                .addArrayOfLong(Columns.numbers(lines, each -> each.line().time()))
                .addArrayOfLong(Columns.numbers(lines, each -> each.line().quantity()))
                .addArrayOfString(Columns.texts(lines, KeptLine::decision))
                .addArrayOfBoolean(lines.stream().map(KeptLine::returned).toArray(Boolean[]::new));
        return execute(LINES, lines, columns, connection);
    }

    private static Uni<Void> returns(Collection<ReturnLine> returns, SqlConnection connection) {
        Tuple columns = Tuple.tuple()
                .addArrayOfString(Columns.texts(returns, ReturnLine::event))
                .addArrayOfString(Columns.texts(returns, ReturnLine::product))
                .addArrayOfString(Columns.texts(returns, ReturnLine::order))
                .addArrayOfString(Columns.texts(returns, ReturnLine::subject))
                .addArrayOfLong(Columns.numbers(returns, ReturnLine::time))
                .addArrayOfLong(Columns.numbers(returns, ReturnLine::quantity));
        return execute(RETURNS, returns, columns, connection);
    }

    private static Uni<Void> cells(Map<CellKey, Counts> cells, long position, long time, SqlConnection connection) {
        Tuple columns = Tuple.tuple()
                .addArrayOfString(Columns.texts(cells.keySet(), CellKey::placement))
                .addArrayOfString(Columns.texts(cells.keySet(), CellKey::product))
                .addArrayOfString(Columns.texts(cells.keySet(), CellKey::anchorType))
                .addArrayOfString(Columns.texts(cells.keySet(), CellKey::source))
                .addArrayOfString(Columns.texts(cells.keySet(), CellKey::segment))
                .addArrayOfLong(Columns.numbers(cells.values(), Counts::shown))
                .addArrayOfLong(Columns.numbers(cells.values(), Counts::clicked))
                .addArrayOfLong(Columns.numbers(cells.values(), Counts::added))
                .addArrayOfLong(Columns.numbers(cells.values(), Counts::dismissed))
                .addArrayOfLong(Columns.numbers(cells.values(), Counts::interested))
                .addArrayOfLong(Columns.numbers(cells.values(), Counts::bought))
                .addArrayOfLong(Columns.numbers(cells.values(), Counts::returned))
                .addArrayOfLong(Columns.numbers(cells.values(), Counts::expectedMicros))
                .addLong(position)
                .addLong(time);
        return execute(CELLS, cells.keySet(), columns, connection);
    }

    private static Uni<Void> execute(String statement, Collection<?> rows, Tuple columns, SqlConnection connection) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection.preparedQuery(statement).execute(columns).replaceWithVoid();
    }
}
