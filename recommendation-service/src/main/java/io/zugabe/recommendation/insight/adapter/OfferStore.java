package io.zugabe.recommendation.insight.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.recommendation.insight.AttributionConfig;
import io.zugabe.recommendation.insight.adapter.OfferEventMapping.Told;
import io.zugabe.recommendation.insight.adapter.OfferRows.Of;
import io.zugabe.recommendation.insight.domain.BoughtLine;
import io.zugabe.recommendation.insight.domain.KeptLine;
import io.zugabe.recommendation.insight.domain.KeptOffer;
import io.zugabe.recommendation.insight.domain.MadeOffer;
import io.zugabe.recommendation.insight.domain.Person;
import io.zugabe.recommendation.insight.domain.Settle;
import io.zugabe.recommendation.insight.domain.Settlement;
import io.zugabe.recommendation.insight.domain.Unsettle;
import io.zugabe.recommendation.insight.domain.Windows;
import io.zugabe.recommendation.privacy.domain.ErasedPeople;
import io.zugabe.recommendation.upstream.Reached;
import io.zugabe.recommendation.upstream.adapter.LogReplacedException;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Offers, what came of them and their counts in the database. What a run of events changes and the position that is reached
 * with it are one transaction. Several replicas may follow the log into one database: whoever comes second finds
 * the position ahead and adds nothing.
 */
@Singleton
public class OfferStore {

    private static final String READ_POSITION = "select position, log_id, generation, log_time from offer_position";
    private static final String LOCK_POSITION = READ_POSITION + " for update";
    private static final String MOVE_POSITION = "update offer_position set position = $1, log_id = $2, log_time = $3";
    private static final String FORGET_POSITION =
            "update offer_position set position = 0, log_id = '', generation = generation + 1, log_time = 0";
    private static final String FORGET =
            "truncate tracked_offer, tracked_line, tracked_return, offer_cell, offer_retirement";

    private final Pool pool;
    private final Windows windows;

    public OfferStore(Pool pool, AttributionConfig config) {
        this.pool = pool;
        this.windows = config.windows();
    }

    /** How far which log was read. */
    Uni<Reached> reached() {
        return pool.query(READ_POSITION)
                .execute()
                .map(rows -> stored(rows.iterator().next()).reached());
    }

    /** Forgets everything that was read, unless another replica has done so already; returns from where to go on. */
    Uni<Reached> forget(long generation) {
        return pool.withTransaction(connection -> lock(connection)
                .chain(now -> now.reached().generation() != generation
                        ? Uni.createFrom().item(new Reached(0, "", now.reached().generation()))
                        : connection
                                .query(FORGET)
                                .execute()
                                .chain(() -> connection.query(FORGET_POSITION).execute())
                                .replaceWith(new Reached(0, "", generation + 1))));
    }

    /**
     * Adds a run of events and moves the position; returns how much of it could not be stored. Fails with
     * {@link LogReplacedException} if the run comes from another log than what is here.
     */
    Uni<Integer> append(LoggedRun run, long generation) {
        return pool.withTransaction(connection -> lock(connection)
                .chain(now -> now.reached().generation() != generation
                                || now.reached().isOfAnotherLogThan(run.log())
                        ? Uni.createFrom()
                                .failure(new LogReplacedException("the log at hand is not the one read before"))
                        : append(run, now, connection)));
    }

    private Uni<Integer> append(LoggedRun run, Stored now, SqlConnection connection) {
        if (run.position() <= now.reached().position()) {
            return Uni.createFrom().item(0);
        }
        Told told = OfferEventMapping.told(run, now.reached().position());
        long time = Math.max(now.time(), told.time());
        Reached upTo = now.reached().upTo(run.position(), run.log());
        Uni<Void> added = told.isEmpty()
                ? Uni.createFrom().voidItem()
                : settle(told, connection)
                        .chain(settlement ->
                                OfferWrites.write(settlement, told.returns(), upTo.position(), time, connection));
        return added.chain(() -> run.erased()
                        .map(people -> erase(people, upTo.position(), time, connection))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .chain(() ->
                        connection.preparedQuery(MOVE_POSITION).execute(Tuple.of(upTo.position(), upTo.log(), time)))
                .replaceWith(told.skipped());
    }

    /** Reads step by step what belongs together with what was told, and settles it. */
    private Uni<Settlement> settle(Told told, SqlConnection connection) {
        Set<Of> decisions = keys(
                told.offers(),
                offer -> new Of(offer.key().decision(), offer.key().product()));
        return OfferRows.offers(decisions, Set.of(), Set.of(), connection)
                .chain(offers -> affected(told, offers, connection))
                .chain(lines -> group(told, lines, connection))
                .chain(lines -> settle(told, lines, connection));
    }

    /** The lines that what was told may change. */
    private static Uni<List<KeptLine>> affected(Told told, List<KeptOffer> before, SqlConnection connection) {
        List<MadeOffer> offers = Stream.concat(
                        told.offers().stream(), before.stream().map(KeptOffer::offer))
                .toList();
        Set<Of> orders = new HashSet<>();
        told.lines()
                .forEach(
                        line -> orders.add(new Of(line.key().order(), line.key().product())));
        told.returns().stream()
                .filter(line -> !line.order().isEmpty())
                .forEach(line -> orders.add(new Of(line.order(), line.product())));
        Set<Of> subjects = keys(
                offers, offer -> new Of(offer.person().subject(), offer.key().product()));
        told.returns().forEach(line -> subjects.add(new Of(line.subject(), line.product())));
        Set<Of> visitors =
                visitors(offers, MadeOffer::person, offer -> offer.key().product());
        return OfferRows.lines(orders, subjects, visitors, connection);
    }

    /** All lines of the same product and subject as those. */
    private static Uni<List<KeptLine>> group(Told told, List<KeptLine> lines, SqlConnection connection) {
        Set<Of> subjects = keys(
                all(told, lines),
                line -> new Of(line.person().subject(), line.key().product()));
        Set<Of> orders = keys(
                all(told, lines), line -> new Of(line.key().order(), line.key().product()));
        return OfferRows.lines(orders, subjects, Set.of(), connection);
    }

    private Uni<Settlement> settle(Told told, List<KeptLine> kept, SqlConnection connection) {
        List<BoughtLine> lines = all(told, kept);
        Set<Of> decisions = keys(
                told.offers(),
                offer -> new Of(offer.key().decision(), offer.key().product()));
        kept.stream()
                .filter(line -> !line.decision().isEmpty())
                .forEach(line ->
                        decisions.add(new Of(line.decision(), line.line().key().product())));
        Set<Of> customers =
                keys(lines, line -> new Of(line.person().customer(), line.key().product()));
        Set<Of> visitors =
                visitors(lines, BoughtLine::person, line -> line.key().product());
        Set<Of> subjects =
                keys(lines, line -> new Of(line.person().subject(), line.key().product()));
        Set<Of> orders =
                keys(lines, line -> new Of(line.key().order(), line.key().product()));
        return OfferRows.returns(orders, subjects, connection)
                .chain(returns -> OfferRows.offers(decisions, customers, visitors, connection)
                        .map(offers -> new Settle(windows)
                                .known(offers, kept)
                                .told(told.offers())
                                .bought(told.lines())
                                .returned(returns)
                                .returned(told.returns())
                                .settle()));
    }

    /** Takes people out, then settles anew what others bought from their offers, or what they sent back for others. */
    private Uni<Void> erase(ErasedPeople people, long position, long time, SqlConnection connection) {
        return OfferErasures.erase(people, connection)
                .call(erased -> unsettled(erased, connection)
                        .chain(settlement -> OfferWrites.write(settlement, List.of(), position, time, connection)))
                .chain(erased -> affected(told(erased), List.of(), connection))
                .chain(lines -> lines.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : settle(told(lines), connection)
                                .chain(settlement ->
                                        OfferWrites.write(settlement, List.of(), position, time, connection)));
    }

    private static Uni<Settlement> unsettled(OfferErasures.Erased erased, SqlConnection connection) {
        Set<Of> decisions = keys(
                erased.lines(),
                line -> new Of(line.decision(), line.line().key().product()));
        return OfferRows.offers(decisions, Set.of(), Set.of(), connection)
                .map(left -> Unsettle.of(erased.offers(), erased.lines(), left));
    }

    private static Told told(OfferErasures.Erased erased) {
        List<MadeOffer> offers = erased.offers().stream().map(KeptOffer::offer).toList();
        return new Told(offers, List.of(), erased.returns(), 0, 0);
    }

    private static Told told(List<KeptLine> lines) {
        return new Told(List.of(), lines.stream().map(KeptLine::line).toList(), List.of(), 0, 0);
    }

    private static List<BoughtLine> all(Told told, List<KeptLine> kept) {
        return Stream.concat(told.lines().stream(), kept.stream().map(KeptLine::line))
                .toList();
    }

    private static <T> Set<Of> keys(List<T> all, Function<T, Of> key) {
        return all.stream().map(key).filter(of -> !of.id().isEmpty()).collect(Collectors.toCollection(HashSet::new));
    }

    private static <T> Set<Of> visitors(List<T> all, Function<T, Person> person, Function<T, String> product) {
        return keys(all, each -> new Of(person.apply(each).visitor(), product.apply(each)));
    }

    private static Uni<Stored> lock(SqlConnection connection) {
        return connection
                .query(LOCK_POSITION)
                .execute()
                .map(rows -> stored(rows.iterator().next()));
    }

    private static Stored stored(Row row) {
        return new Stored(
                new Reached(row.getLong("position"), row.getString("log_id"), row.getLong("generation")),
                row.getLong("log_time"));
    }

    /** How far which log was read, and the time of its latest event. */
    private record Stored(Reached reached, long time) {}
}
