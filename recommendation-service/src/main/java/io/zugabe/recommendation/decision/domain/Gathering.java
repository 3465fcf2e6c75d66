package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.replica.domain.CatalogSnapshot;
import io.zugabe.recommendation.replica.domain.Product;
import it.unimi.dsi.fastutil.ints.Int2ObjectLinkedOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2ByteOpenHashMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The candidates of one decision while sources add to them; every product once. */
final class Gathering {

    /** More would only be dropped later: no list is longer than a dozen. */
    private static final int MOST = 2_000;

    /** Of an anchor and a candidate, to begin with. */
    private static final int PAIRS = 64;

    private static final byte FITS = 1;
    private static final byte FITS_NOT = 2;

    private final Int2ObjectLinkedOpenHashMap<Found> found = new Int2ObjectLinkedOpenHashMap<>();
    private final Map<String, Drop> dropped = new LinkedHashMap<>();
    private final Int2ObjectLinkedOpenHashMap<Found> along = new Int2ObjectLinkedOpenHashMap<>();
    private final Long2ByteOpenHashMap passed = new Long2ByteOpenHashMap(PAIRS);
    private final CatalogSnapshot catalog;
    private final boolean explained;

    /**
     * Begins.
     *
     * @param explained whether anybody will read what was dropped
     */
    Gathering(CatalogSnapshot catalog, boolean explained) {
        this.catalog = catalog;
        this.explained = explained;
    }

    /**
     * Whether it makes a difference to add a product that no person says goes with an anchor. If not, it may still be added to
     * be seen in an explanation.
     */
    boolean takes(Product product, Product anchor) {
        return explained || passes(product, anchor);
    }

    /** Whether a product may be offered for an anchor as far as fit goes, if no person says that it goes with it. */
    boolean passes(Product product, Product anchor) {
        long pair = (long) anchor.number() << Integer.SIZE | product.number();
        byte known = passed.get(pair);
        if (known == 0) {
            known = Fit.passes(anchor, product, false, catalog) ? FITS : FITS_NOT;
            passed.put(pair, known);
        }
        return known == FITS;
    }

    /** Adds what speaks for a product; what does not fit the anchor says nothing, and is only brought along. */
    void add(Product product, Link link) {
        if (link.relation().isEmpty() && !passes(product, link.anchor())) {
            bringAlong(product, link);
            return;
        }
        Found entry = entry(product);
        if (entry != null && !entry.says(link)) {
            entry.links.add(link);
        }
    }

    /** Whether somebody will read what was dropped. */
    boolean isExplained() {
        return explained;
    }

    void addPopular(Product product) {
        entry(product);
    }

    /** Whether a source has found a product already. */
    boolean has(Product product) {
        return found.containsKey(product.number());
    }

    /** A product that something speaks for without any anchor; what speaks first counts, but a deal before all. */
    void add(Product product, OfferKind kind, Claim claim) {
        Found entry = entry(product);
        if (entry != null && (entry.claim.isEmpty() || kind == OfferKind.DEAL)) {
            entry.kind = kind;
            entry.claim = Optional.of(claim);
        }
    }

    /**
     * A product that a later stage will drop, shown there unless some source adds it: so an explanation can say why the obvious
     * one is missing. Makes no difference to what is offered.
     */
    void bringAlong(Product product, Link link) {
        if (explained && along.size() < StageTrace.MOST) {
            Found entry = new Found(product);
            entry.links.add(link);
            along.putIfAbsent(product.number(), entry);
        }
    }

    /** A product that a source found and did not add because it does not fit an anchor. */
    void noteMisfit(Product product, Product anchor, Link.Source source) {
        if (explained) {
            String need = product.type().type();
            bringAlong(product, new Link(anchor, source, Optional.empty(), Optional.empty(), need));
        }
    }

    /** A product that a source found and did not add. */
    void drop(Product product, Drop drop) {
        if (explained && dropped.size() < StageTrace.MOST) {
            dropped.put(product.id(), drop);
        }
    }

    List<Candidate> finish(StageTrace.Writer trace) {
        along.forEach(found::putIfAbsent);
        List<Candidate> candidates = new ArrayList<>(found.size());
        for (Found entry : found.values()) {
            Candidate candidate = new Candidate(entry.product, kind(entry), entry.links, entry.claim, Optional.empty());
            trace.passed(entry.product.id(), candidate::code, () -> numbers(entry));
            candidates.add(candidate);
            if (explained) {
                dropped.remove(entry.product.id());
            }
        }
        dropped.forEach(trace::dropped);
        return candidates;
    }

    private @Nullable Found entry(Product product) {
        Found entry = found.get(product.number());
        if (entry == null && found.size() < MOST) {
            entry = new Found(product);
            found.put(product.number(), entry);
        }
        return entry;
    }

    /** One curated link per anchor and need; what was counted says nothing new beside a curated link. */
    private static boolean sameReason(Link known, Link link) {
        return known.anchor().number() == link.anchor().number()
                && (link.source() != Link.Source.CURATED
                        || known.source() != Link.Source.CURATED
                        || known.need().equals(link.need()));
    }

    private static Map<String, Double> numbers(Link link) {
        return link.claim()
                .map(Claim::numbers)
                .or(() -> link.taste().map(TasteScore::numbers))
                .or(() -> link.visits().map(SimilarVisits::numbers))
                .orElse(Map.of());
    }

    private static Map<String, Double> numbers(Found entry) {
        return entry.links.stream()
                .map(Gathering::numbers)
                .filter(numbers -> !numbers.isEmpty())
                .findFirst()
                .or(() -> entry.claim.map(Claim::numbers))
                .orElse(Map.of());
    }

    private static OfferKind kind(Found entry) {
        if (entry.kind != null) {
            return entry.kind;
        }
        if (entry.links.isEmpty()) {
            return OfferKind.POPULAR;
        }
        return entry.product.type().isService() ? OfferKind.SERVICE : OfferKind.ADD_ON;
    }

    private static final class Found {
        private final Product product;
        private final List<Link> links = new ArrayList<>(2);
        private Optional<Claim> claim = Optional.empty();
        private @Nullable OfferKind kind;

        Found(Product product) {
            this.product = product;
        }

        boolean says(Link link) {
            for (Link known : links) {
                if (sameReason(known, link)) {
                    return true;
                }
            }
            return false;
        }
    }
}
