package io.zugabe.catalog.fit.domain;

import io.zugabe.catalog.product.domain.Product;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What would change in the verdicts if other rules were in force. Products that neither the rules now nor the
 * rules then tell apart are compared once for all. Disputes are left out of account: a blocked pair stays
 * blocked. Not for concurrent use.
 */
public final class VerdictComparison {

    /** So many products of one class are kept as examples. */
    private static final int MOST_SAMPLES = 20;

    private final FitTable now;
    private final RuleSet then;
    private final Concern concern;
    private final Map<Key, Alike> classes = new HashMap<>();

    /**
     * @param concern which pairs of types are compared
     */
    public VerdictComparison(FitTable now, RuleSet then, Concern concern) {
        this.now = now;
        this.then = then;
        this.concern = concern;
    }

    /**
     * Adds a product to what is compared.
     *
     * @param group its group under the rules now; null if nothing is about it
     */
    public void add(Product product, @Nullable FitGroup group) {
        AttributeTuple tuple = then.tupleOf(product.type(), product.brand(), product.model(), product.attributes());
        Alike alike = classes.computeIfAbsent(
                new Key(group, tuple.canonical()), _ -> new Alike(group, groupThen(tuple, group)));
        alike.count++;
        if (alike.samples.size() < MOST_SAMPLES) {
            alike.samples.add(product.id());
        }
    }

    /** Compares until done or out of time. */
    public VerdictChanges compare(int examples, BooleanSupplier outOfTime) {
        VerdictChanges.Counter counter = new VerdictChanges.Counter(examples);
        List<Alike> all = new ArrayList<>(classes.values());
        for (int i = 0; i < all.size(); i++) {
            for (int j = i; j < all.size(); j++) {
                Alike first = all.get(i);
                Alike second = all.get(j);
                long pairs = i == j ? first.count * (first.count - 1) / 2 : first.count * second.count;
                if (concern.of(first.type(), second.type())) {
                    compare(counter, first, second, pairs, outOfTime);
                } else if (concern.of(second.type(), first.type())) {
                    compare(counter, second, first, pairs, outOfTime);
                }
            }
        }
        return counter.changes();
    }

    private void compare(
            VerdictChanges.Counter counter, Alike host, Alike part, long pairs, BooleanSupplier outOfTime) {
        counter.concern(pairs);
        if (pairs == 0 || counter.isCut(outOfTime)) {
            return;
        }
        RoleAnswer before = now.answerEitherWay(host.now, part.now);
        RoleAnswer after =
                RoleAnswer.better(new RoleAnswer(then(host, part), true), new RoleAnswer(then(part, host), false));
        counter.compared(pairs);
        if (before.answer().verdict() != after.answer().verdict()) {
            counter.changed(before, after, pairs, host, part);
        }
    }

    private FitAnswer then(Alike host, Alike part) {
        FitAnswer ofRules =
                FitAnswer.ofRules(then.about(host.type(), part.type()), host.then.tuple(), part.then.tuple());
        return MakerVerdict.over(ofRules, host.then, part.then);
    }

    private static FitGroup groupThen(AttributeTuple tuple, @Nullable FitGroup group) {
        SortedMap<String, Membership> asHost = group == null ? Collections.emptySortedMap() : group.asHost();
        SortedMap<String, Membership> asPart = group == null ? Collections.emptySortedMap() : group.asPart();
        return new FitGroup(new TypeTuples(tuple.type(), 0, Map.of()).add(tuple), asHost, asPart);
    }

    /** Which pairs of types are compared. */
    @FunctionalInterface
    public interface Concern {

        /** Whether hosts of one type with parts of another are. */
        boolean of(String hostType, String partType);
    }

    private record Key(@Nullable FitGroup now, String then) {}

    /** Products that are alike for the rules now and then. */
    static final class Alike {

        final @Nullable FitGroup now;
        final FitGroup then;
        final List<String> samples = new ArrayList<>();
        long count;

        Alike(@Nullable FitGroup now, FitGroup then) {
            this.now = now;
            this.then = then;
        }

        String type() {
            return then.type();
        }
    }
}
