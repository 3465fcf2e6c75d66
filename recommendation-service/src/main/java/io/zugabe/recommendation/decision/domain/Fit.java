package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.replica.domain.CatalogSnapshot;
import io.zugabe.recommendation.replica.domain.FitMatch;
import io.zugabe.recommendation.replica.domain.FitTable;
import io.zugabe.recommendation.replica.domain.Product;
import io.zugabe.recommendation.replica.domain.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Stage 3: the gate. A candidate keeps only the anchors that it fits, wherever something has to fit
 * between their types. A part that fits none of them (a cable bought together with a tent) must fit
 * something else that the customer buys or owns: a stray part is never offered. Beside a device, on
 * which it matters what fits, what others bought is no proof: an ungated product needs a person who
 * says that it goes with it. Fit is no score: what does not pass is gone, whatever it would earn.
 */
final class Fit {

    private static final int MOST_OWNED_HOSTS = 50;

    private Fit() {}

    static List<Candidate> apply(List<Candidate> candidates, Situation situation, StageTrace.Writer trace) {
        CatalogSnapshot catalog = situation.catalog();
        FitTable table = catalog.fit();
        List<Product> hosts = hosts(situation.products());
        List<Candidate> passed = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Gate gate = new Gate(candidate, catalog);
            if (!candidate.links().isEmpty() && gate.links.isEmpty() && candidate.kind() != OfferKind.DEAL) {
                trace.dropped(candidate.product().id(), gate.reversed ? Drop.IS_HOST : Drop.DOES_NOT_FIT);
                continue;
            }
            Optional<FitMatch> fit = gate.fit();
            boolean needsHost = table.isPart(candidate.product().type()) && !gate.fitsAsPart();
            Optional<FitMatch> otherHost = needsHost ? matchAny(hosts, candidate.product(), table) : Optional.empty();
            if (needsHost && otherHost.isEmpty()) {
                trace.dropped(candidate.product().id(), Drop.FITS_NOTHING_HERE);
                continue;
            }
            Candidate fitting = candidate.fitting(gate.links, fit.isPresent() ? fit : otherHost);
            trace.passed(
                    candidate.product().id(),
                    () -> fitting.fit()
                            .map(match -> match.cell().verdict().name())
                            .orElse("NOT_GATED"),
                    Map::of);
            passed.add(fitting);
        }
        return passed;
    }

    /**
     * Whether a product may be offered for an anchor, as far as it has to fit. Bought together has no direction; what fits has
     * one.
     *
     * @param curated whether a person says that it goes with the anchor
     */
    static boolean passes(Product anchor, Product product, boolean curated, CatalogSnapshot catalog) {
        FitTable table = catalog.fit();
        if (table.excluded(anchor, product)) {
            return false;
        }
        if (!catalog.isGated(anchor, product)) {
            return curated || !catalog.takesParts(anchor);
        }
        return (curated || !catalog.isHostOnly(product, anchor)) && table.fits(anchor, product);
    }

    /** What the customer buys or owns, what is bought now first; beside a device not another at home that does the same. */
    private static List<Product> hosts(Products products) {
        Set<Product> hosts = new LinkedHashSet<>();
        addGated(products.asked(), hosts);
        addGated(products.cart(), hosts);
        List<Product> here = List.copyOf(hosts);
        addGated(products.anchors(), hosts);
        int room = MOST_OWNED_HOSTS;
        for (Products.Owned entry : products.owned()) {
            if (entry.product().fitGroup() != 0 && room-- > 0 && !OwnedHosts.isReplacedHere(entry.product(), here)) {
                hosts.add(entry.product());
            }
        }
        return List.copyOf(hosts);
    }

    private static void addGated(List<Product> products, Set<Product> hosts) {
        for (Product product : products) {
            if (product.fitGroup() != 0) {
                hosts.add(product);
            }
        }
    }

    private static Optional<FitMatch> matchAny(List<Product> hosts, Product part, FitTable table) {
        for (Product host : hosts) {
            Optional<FitMatch> match = table.matchAsHost(host, part);
            if (match.isPresent()) {
                return match;
            }
        }
        return Optional.empty();
    }

    /** The links of one candidate that pass, with how they fit. */
    private static final class Gate {

        private final Product candidate;
        private final List<Link> links = new ArrayList<>();
        private final List<FitMatch> matches = new ArrayList<>();
        private boolean reversed;

        Gate(Candidate candidate, CatalogSnapshot catalog) {
            this.candidate = candidate.product();
            for (Link link : candidate.links()) {
                if (!passes(link.anchor(), candidate.product(), link.relation().isPresent(), catalog)) {
                    reversed |= link.relation().isEmpty() && catalog.isHostOnly(candidate.product(), link.anchor());
                    continue;
                }
                links.add(link);
                if (catalog.isGated(link.anchor(), candidate.product())) {
                    catalog.fit().match(link.anchor(), candidate.product()).ifPresent(matches::add);
                }
            }
        }

        boolean fitsAsPart() {
            for (FitMatch match : matches) {
                if (match.part().number() == candidate.number()) {
                    return true;
                }
            }
            return false;
        }

        /** If it fits one anchor only with a limit, the limit is what has to be shown. */
        Optional<FitMatch> fit() {
            for (FitMatch match : matches) {
                if (match.cell().verdict() == Verdict.FITS_WITH_LIMITS) {
                    return Optional.of(match);
                }
            }
            return matches.isEmpty() ? Optional.empty() : Optional.of(matches.getFirst());
        }
    }
}
