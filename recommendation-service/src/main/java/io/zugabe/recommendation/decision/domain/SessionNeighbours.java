package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.customer.domain.CustomerProfile;
import io.zugabe.recommendation.replica.domain.Product;
import io.zugabe.recommendation.sessions.domain.Neighbourhood;
import io.zugabe.recommendation.sessions.domain.SessionPrediction;
import io.zugabe.recommendation.sessions.domain.VmisKnn;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntLinkedOpenHashSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Source: what the visits most like this one looked at and this one has not (VMIS-kNN). The visit is what
 * the customer looked at or put in the cart lately, the cart, and the products that the request names, in
 * this order. Whoever looks at a product also looks at what could replace it, so products of an anchor's
 * own type are no complements and stay out.
 */
final class SessionNeighbours {

    /** The list is a dozen at most, and what must not be offered to this customer does not count. */
    private static final int MOST_FOUND = 40;

    /** Fewer may be chance. */
    static final int LEAST_VISITS = 3;

    /** What was looked at before that belongs to another visit. */
    private static final Duration VISIT = Duration.ofMinutes(30);

    private static final ThreadLocal<VmisKnn> SEARCH = ThreadLocal.withInitial(() -> new VmisKnn(Neighbourhood.USUAL));

    private final Situation situation;
    private final List<Anchor> anchors;
    private final Eligibility eligibility;
    private final Gathering gathering;

    private SessionNeighbours(Situation situation, List<Anchor> anchors, Eligibility eligibility, Gathering gathering) {
        this.situation = situation;
        this.anchors = anchors;
        this.eligibility = eligibility;
        this.gathering = gathering;
    }

    static void find(List<Anchor> anchors, Situation situation, Eligibility eligibility, Gathering gathering) {
        if (situation.placement().needsCustomer()) {
            return;
        }
        int[] visit = visit(situation);
        List<Anchor> visited =
                anchors.stream().filter(anchor -> isIn(visit, anchor.product())).toList();
        if (!visited.isEmpty()) {
            new SessionNeighbours(situation, visited, eligibility, gathering).find(visit);
        }
    }

    private void find(int[] visit) {
        SessionPrediction predicted = SEARCH.get()
                .predict(situation.sessions(), visit, seen(visit), LEAST_VISITS, MOST_FOUND, this::mayBeOffered);
        for (int place = 0; place < predicted.size(); place++) {
            Product product = situation.catalog().product(predicted.product(place));
            if (product != null) {
                SimilarVisits visits =
                        new SimilarVisits(predicted.support(place), predicted.neighbours(), predicted.score(place));
                for (Anchor anchor : anchors) {
                    add(product, visits, anchor);
                }
            }
        }
    }

    private void add(Product product, SimilarVisits visits, Anchor anchor) {
        if (!gathering.takes(product, anchor.product()) || anchor.isReplacedBy(product)) {
            return;
        }
        Optional<String> need = anchor.needFor(product, situation.placement());
        if (need.isEmpty()) {
            gathering.drop(product, Drop.AFTER_PURCHASE);
            return;
        }
        gathering.add(
                product,
                Link.bySessions(
                        anchor.product(),
                        situation.baskets().pair(anchor.product().number(), product.number()),
                        need.get(),
                        visits));
    }

    /** Asked before products are ranked, so that what may not be offered takes nobody's place. */
    private boolean mayBeOffered(int number) {
        if (!eligibility.admits(number)) {
            return false;
        }
        Product product = situation.catalog().product(number);
        if (product == null) {
            return false;
        }
        for (Anchor anchor : anchors) {
            if (!anchor.isReplacedBy(product)) {
                if (gathering.passes(product, anchor.product())) {
                    return true;
                }
                gathering.noteMisfit(product, anchor.product(), Link.Source.SESSION_NEIGHBOURS);
            }
        }
        return false;
    }

    /** The visit as numbers of products, oldest first; a product that comes again stands where it came last. */
    private static int[] visit(Situation situation) {
        IntLinkedOpenHashSet visit = new IntLinkedOpenHashSet();
        for (Product product : situation.products().cart()) {
            visit.addAndMoveToLast(product.number());
        }
        Instant begin = situation.time().minus(VISIT);
        for (String id : situation.customer().profile().recentSince(begin).reversed()) {
            situation.catalog().find(id).ifPresent(product -> visit.addAndMoveToLast(product.number()));
        }
        for (Product product : situation.products().asked()) {
            visit.addAndMoveToLast(product.number());
        }
        return visit.toIntArray();
    }

    /** The visit and what the customer looked at before it: only what is new is offered for this reason. */
    private int[] seen(int[] visit) {
        IntArrayList seen = new IntArrayList(visit);
        for (CustomerProfile.Recent entry : situation.customer().profile().recent()) {
            situation.catalog().find(entry.productId()).ifPresent(product -> seen.add(product.number()));
        }
        return seen.toIntArray();
    }

    private static boolean isIn(int[] visit, Product product) {
        for (int number : visit) {
            if (number == product.number()) {
                return true;
            }
        }
        return false;
    }
}
