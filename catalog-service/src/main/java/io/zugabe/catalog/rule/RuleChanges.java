package io.zugabe.catalog.rule;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.zugabe.catalog.CatalogReason;
import io.zugabe.catalog.live.CatalogFeed;
import io.zugabe.catalog.live.domain.LiveCatalog;
import io.zugabe.catalog.rule.domain.RuleBook;
import io.zugabe.catalog.rule.domain.RuleChange;
import io.zugabe.catalog.rule.domain.RuleState;
import io.zugabe.kit.error.ZugabeException;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.Function;

/**
 * Decides changes of types and rules by what is in memory, and writes them only if nothing was written of
 * types and rules that the decision did not know; else decides again.
 */
@Singleton
final class RuleChanges {

    private static final int MOST_ATTEMPTS = 20;

    private final RuleStore store;
    private final CatalogFeed feed;

    RuleChanges(RuleStore store, CatalogFeed feed) {
        this.store = store;
        this.feed = feed;
    }

    /** Decides and writes; done when the change counts in this replica's verdicts. */
    <T> Uni<T> make(Function<Situation, Decision<T>> decide) {
        return attempt(decide, MOST_ATTEMPTS);
    }

    private <T> Uni<T> attempt(Function<Situation, Decision<T>> decide, int attempts) {
        return Uni.createFrom()
                .item(() -> decide(decide))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(decided -> write(decided, decide, attempts));
    }

    private <T> Decided<T> decide(Function<Situation, Decision<T>> decide) {
        LiveCatalog catalog = feed.loadedCatalog();
        long seen = catalog.position();
        return new Decided<>(seen, decide.apply(new Situation(catalog.ruleBook(), catalog.ruleState())));
    }

    private <T> Uni<T> write(Decided<T> decided, Function<Situation, Decision<T>> decide, int attempts) {
        RuleChange change = decided.decision().change();
        if (!change.writes()) {
            return Uni.createFrom().item(decided.decision().answer());
        }
        return store.write(decided.seen(), change).chain(outcome -> switch (outcome) {
            case RuleStore.Outcome.Written(long position) ->
                feed.inForce(position).replaceWith(decided.decision().answer());
            case RuleStore.Outcome.Overtaken(long position) ->
                attempts == 1
                        ? Uni.createFrom().failure(overtaken())
                        : feed.visible(position).chain(() -> attempt(decide, attempts - 1));
        });
    }

    private static ZugabeException overtaken() {
        return ZugabeException.of(
                CatalogReason.CONCURRENT_CHANGE,
                "others kept changing types and rules; nothing was changed, send the same again",
                Map.of());
    }

    /** What a decision rests on. */
    record Situation(RuleBook book, RuleState state) {}

    /** What is written, and what is answered once it counts. */
    record Decision<T>(RuleChange change, T answer) {}

    private record Decided<T>(long seen, Decision<T> decision) {}
}
