package io.zugabe.catalog.rule;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.zugabe.catalog.CatalogReason;
import io.zugabe.catalog.fit.PairAnswer;
import io.zugabe.catalog.fit.domain.RuleSet;
import io.zugabe.catalog.fit.domain.Verdict;
import io.zugabe.catalog.fit.domain.VerdictChanges;
import io.zugabe.catalog.fit.domain.VerdictChanges.Example;
import io.zugabe.catalog.fit.domain.VerdictComparison;
import io.zugabe.catalog.fit.domain.VerdictComparison.Concern;
import io.zugabe.catalog.live.CatalogFeed;
import io.zugabe.catalog.live.domain.CatalogEntry;
import io.zugabe.catalog.live.domain.LiveCatalog;
import io.zugabe.catalog.rule.domain.RuleHistory;
import io.zugabe.catalog.rule.domain.RuleState;
import io.zugabe.catalog.rule.domain.RuleText;
import io.zugabe.catalog.rule.domain.RuleVersion;
import io.zugabe.catalog.rule.domain.StatedRule;
import io.zugabe.catalog.schema.domain.Schema;
import io.zugabe.kit.error.KitReason;
import io.zugabe.kit.error.ZugabeException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;

/** Says what would change in the verdicts about the catalog's products if a version of a rule were in force. */
@Singleton
public final class DryRunRule {

    /** For grouping the products, and again for comparing them. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private static final int MOST_AT_ONCE = 2;
    private static final int PRODUCTS_BETWEEN_LOOKS = 1_000;

    private final CatalogFeed feed;
    private final Clock clock;
    private final Semaphore running = new Semaphore(MOST_AT_ONCE);

    DryRunRule(CatalogFeed feed, Clock clock) {
        this.feed = feed;
        this.clock = clock;
    }

    /** Compares. Fails with RULE_NOT_FOUND, or with RULE_DOES_NOT_COMPILE. */
    public Uni<DryRun> run(String ruleId, String version, int examples) {
        return Uni.createFrom()
                .item(() -> {
                    LiveCatalog catalog = feed.loadedCatalog();
                    RuleState state = catalog.ruleState();
                    return compare(catalog, state, RuleLookup.version(state, ruleId, version), examples);
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /**
     * Compares what counts now with what would count if a version were in force. To be called where waiting is allowed.
     *
     * @param state what is declared then, besides the version
     */
    DryRun compare(LiveCatalog catalog, RuleState state, RuleVersion asked, int examples) {
        if (!running.tryAcquire()) {
            throw ZugabeException.retryable(
                    KitReason.OVERLOADED, MOST_AT_ONCE + " dry runs are under way; try again", LONGEST);
        }
        try {
            return compareOneOfFew(catalog, state, asked, examples);
        } finally {
            running.release();
        }
    }

    private DryRun compareOneOfFew(LiveCatalog catalog, RuleState state, RuleVersion asked, int examples) {
        RuleSet then = rulesThen(catalog, state, asked);
        Concern concern = concern(catalog, state, asked, then.schema());
        VerdictComparison comparison = new VerdictComparison(catalog.table(), then, concern);
        long left = group(catalog, concern, comparison);
        VerdictChanges changes = comparison.compare(examples, timer());
        return new DryRun(
                changes.changes().stream().map(DryRunRule::described).toList(),
                changes.compared(),
                changes.concerned(),
                cut(left, changes));
    }

    private RuleSet rulesThen(LiveCatalog catalog, RuleState state, RuleVersion asked) {
        RuleState published = asked.state() == RuleVersion.State.IN_FORCE
                ? state
                : state.withVersions(RuleHistory.publish(state, asked, clock.instant()));
        RuleSet then = catalog.ruleBook().assemble(published);
        then.rules().stream()
                .filter(rule -> rule.id().equals(asked.ruleId()))
                .flatMap(rule -> rule.fault().stream())
                .findFirst()
                .ifPresent(fault -> {
                    throw ZugabeException.of(
                            CatalogReason.RULE_DOES_NOT_COMPILE,
                            asked.id() + " does not compile any more: " + fault,
                            Map.of("rule_id", asked.ruleId(), "version", asked.version()));
                });
        return then;
    }

    /** The pairs of types that the version is about, and those that the rule in its place now is about. */
    private static Concern concern(LiveCatalog catalog, RuleState state, RuleVersion asked, Schema schema) {
        List<RuleText> texts = new ArrayList<>(List.of(asked.rule().text()));
        state.inForce(asked.ruleId())
                .map(RuleVersion::rule)
                .or(() -> catalog.ruleBook().packRule(asked.ruleId()))
                .map(StatedRule::text)
                .ifPresent(texts::add);
        return (host, part) ->
                texts.stream().anyMatch(text -> schema.isA(host, text.hostType()) && schema.isA(part, text.partType()));
    }

    /** Adds the products of all types concerned; how many were left out for lack of time. */
    private static long group(LiveCatalog catalog, Concern concern, VerdictComparison comparison) {
        BooleanSupplier outOfTime = timer();
        List<String> types = new ArrayList<>();
        catalog.types().forEach(types::add);
        long seen = 0;
        long left = 0;
        for (String type : types) {
            if (types.stream().noneMatch(other -> concern.of(type, other) || concern.of(other, type))) {
                continue;
            }
            for (CatalogEntry entry : catalog.productsOfType(type).values()) {
                if (left > 0 || (seen % PRODUCTS_BETWEEN_LOOKS == 0 && outOfTime.getAsBoolean())) {
                    left++;
                } else {
                    comparison.add(entry.product(), entry.group());
                }
                seen++;
            }
        }
        return left;
    }

    private static String cut(long left, VerdictChanges changes) {
        if (left > 0) {
            return left + " products were left out, because grouping them took longer than " + LONGEST.toSeconds()
                    + " s";
        }
        return changes.compared() == changes.concerned()
                ? ""
                : "comparing took longer than " + LONGEST.toSeconds() + " s";
    }

    private static BooleanSupplier timer() {
        long end = System.nanoTime() + LONGEST.toNanos();
        return () -> System.nanoTime() - end > 0;
    }

    private static Change described(VerdictChanges.Change change) {
        return new Change(
                change.before(),
                change.after(),
                change.pairs(),
                change.examples().stream().map(DryRunRule::answers).toList());
    }

    private static Answers answers(Example example) {
        return new Answers(
                PairAnswer.of(
                        example.hostId(), example.hostNow(), example.partId(), example.partNow(), example.before()),
                PairAnswer.of(
                        example.hostId(), example.hostThen(), example.partId(), example.partThen(), example.after()));
    }

    /**
     * What would change.
     *
     * @param cut why not all pairs were compared; empty if all were
     */
    public record DryRun(List<Change> changes, long compared, long concerned, String cut) {}

    /** Pairs of products whose verdict changes alike. */
    public record Change(Verdict before, Verdict after, long pairs, List<Answers> examples) {}

    /** The answers about a pair now and then. */
    public record Answers(PairAnswer before, PairAnswer after) {}
}
