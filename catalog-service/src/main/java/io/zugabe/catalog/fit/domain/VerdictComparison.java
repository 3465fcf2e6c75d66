package io.zugabe.catalog.fit.domain;

import io.zugabe.catalog.product.domain.Product;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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
        // as when they are published: what is declared otherwise is read anew
        Product read = then.declaresAs(now.rules(), product.type()) ? product : product.readBy(then.schema());
        AttributeTuple tuple = then.tupleOf(read.type(), read.brand(), read.model(), read.attributes());
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
        List<OfTypes> concerned = concerned();
        concerned.forEach(each -> counter.concern(each.pairs()));
        for (OfTypes each : concerned) {
            if (!compare(counter, each.hosts(), each.parts(), outOfTime)) {
                break;
            }
        }
        return counter.changes();
    }

    /** The pairs of types that are compared, each once, whichever is the host. */
    private List<OfTypes> concerned() {
        SortedMap<String, List<Alike>> byType = new TreeMap<>();
        classes.values()
                .forEach(each -> byType.computeIfAbsent(each.type(), _ -> new ArrayList<>())
                        .add(each));
        List<OfTypes> concerned = new ArrayList<>();
        byType.forEach((one, ofOne) -> byType.tailMap(one).forEach((other, ofOther) -> {
            if (concern.of(one, other)) {
                concerned.add(new OfTypes(ofOne, ofOther));
            } else if (concern.of(other, one)) {
                concerned.add(new OfTypes(ofOther, ofOne));
            }
        }));
        return concerned;
    }

    /** Compares what is alike with what is alike; whether there was time for all of it. */
    private boolean compare(
            VerdictChanges.Counter counter, List<Alike> hosts, List<Alike> parts, BooleanSupplier outOfTime) {
        for (int i = 0; i < hosts.size(); i++) {
            for (int j = hosts == parts ? i : 0; j < parts.size(); j++) {
                Alike host = hosts.get(i);
                Alike part = parts.get(j);
                long pairs = host == part ? host.pairsWithin() : host.count * part.count;
                if (pairs == 0) {
                    continue;
                }
                if (counter.isCut(outOfTime)) {
                    return false;
                }
                compare(counter, host, part, pairs);
            }
        }
        return true;
    }

    private void compare(VerdictChanges.Counter counter, Alike host, Alike part, long pairs) {
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

    /** What is compared of a pair of types; the same list twice if it is one type. */
    private record OfTypes(List<Alike> hosts, List<Alike> parts) {

        long pairs() {
            long count = count(hosts);
            return hosts == parts ? count * (count - 1) / 2 : count * count(parts);
        }

        private static long count(List<Alike> alike) {
            return alike.stream().mapToLong(each -> each.count).sum();
        }
    }

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

        long pairsWithin() {
            return count * (count - 1) / 2;
        }

        String type() {
            return then.type();
        }
    }
}
