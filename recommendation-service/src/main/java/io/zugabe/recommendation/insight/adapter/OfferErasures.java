package io.zugabe.recommendation.insight.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.recommendation.insight.domain.KeptLine;
import io.zugabe.recommendation.insight.domain.KeptOffer;
import io.zugabe.recommendation.insight.domain.ReturnLine;
import io.zugabe.recommendation.privacy.domain.ErasedPeople;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes people who were erased out of offers, lines and returns. The database compares the digests, so one pass finds
 * them; erasures are rare.
 */
final class OfferErasures {

    private static final String IS_ERASED = """
            (customer <> '' and sha256(convert_to($1 || E'\\n' || customer, 'UTF8')) = any ($2)
             or visitor <> '' and sha256(convert_to($1 || E'\\n' || 'v:' || visitor, 'UTF8')) = any ($2))""";

    private static final String OFFERS = "delete from tracked_offer where " + IS_ERASED + " returning *";
    private static final String LINES = "delete from tracked_line where " + IS_ERASED + " returning *";
    private static final String RETURNS = """
            delete from tracked_return where sha256(convert_to(
                $1 || E'\\n' || case when subject like 'c:%' then substr(subject, 3) else subject end, 'UTF8'))
            = any ($2) returning *""";

    private OfferErasures() {}

    /** What was of them, and is there no longer. */
    record Erased(List<KeptOffer> offers, List<KeptLine> lines, List<ReturnLine> returns) {}

    static Uni<Erased> erase(ErasedPeople people, SqlConnection connection) {
        Tuple parameters = Tuple.tuple()
                .addString(people.log())
                .addValue(people.digests().stream().map(Buffer::buffer).toArray(Buffer[]::new));
        List<KeptOffer> offers = new ArrayList<>();
        List<KeptLine> lines = new ArrayList<>();
        List<ReturnLine> returns = new ArrayList<>();
        return connection
                .preparedQuery(OFFERS)
                .execute(parameters)
                .invoke(rows -> rows.forEach((Row row) -> offers.add(OfferRows.offer(row))))
                .chain(() -> connection.preparedQuery(LINES).execute(parameters))
                .invoke(rows -> rows.forEach((Row row) -> lines.add(OfferRows.line(row))))
                .chain(() -> connection.preparedQuery(RETURNS).execute(parameters))
                .invoke(rows -> rows.forEach((Row row) -> returns.add(OfferRows.returned(row))))
                .replaceWith(() -> new Erased(offers, lines, returns));
    }
}
