package io.zugabe.recommendation.insight.domain;

import io.zugabe.recommendation.baskets.domain.MatchRefunds;
import io.zugabe.recommendation.baskets.domain.OrderLine;
import io.zugabe.recommendation.baskets.domain.RefundLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Settles what is known of some offers, lines of orders and returns: which line is attributed to which offer, which came
 * back, and by how much the counts change. What is settled depends on what is known alone, not on the order in which it
 * became known, nor on how often it was told.
 *
 * <p>Whoever calls hands in everything that belongs together: for every line that may change all lines and returns of the
 * same product and subject, and all offers of that product to the same customer or visitor.
 */
public final class Settle {

    private final Windows windows;
    private final Map<OfferKey, KeptOffer> offersBefore = new HashMap<>();
    private final Map<OfferKey, KeptOffer> offers = new HashMap<>();
    private final Map<LineKey, KeptLine> linesBefore = new HashMap<>();
    private final Map<LineKey, KeptLine> lines = new HashMap<>();
    private final Map<String, ReturnLine> returns = new HashMap<>();

    public Settle(Windows windows) {
        this.windows = windows;
    }

    /** What was kept before; told before anything new. */
    public Settle known(Collection<KeptOffer> keptOffers, Collection<KeptLine> keptLines) {
        for (KeptOffer kept : keptOffers) {
            offersBefore.put(kept.offer().key(), kept);
            offers.put(kept.offer().key(), kept);
        }
        for (KeptLine kept : keptLines) {
            linesBefore.put(kept.line().key(), kept);
            lines.put(kept.line().key(), kept);
        }
        return this;
    }

    /** Offers of which something was told. */
    public Settle told(Collection<MadeOffer> told) {
        for (MadeOffer offer : told) {
            offers.compute(offer.key(), (key, kept) -> kept == null ? new KeptOffer(offer, 0, 0) : kept.with(offer));
        }
        return this;
    }

    /** Lines of orders. */
    public Settle bought(Collection<BoughtLine> bought) {
        for (BoughtLine line : bought) {
            lines.compute(line.key(), (key, kept) -> kept == null ? KeptLine.unsettled(line) : kept.with(line));
        }
        return this;
    }

    /** What came back: all that is known, new or not. */
    public Settle returned(Collection<ReturnLine> returned) {
        returned.forEach(line -> returns.put(line.event() + "\n" + line.product(), line));
        return this;
    }

    public Settlement settle() {
        Map<String, List<KeptLine>> groups = new TreeMap<>();
        for (KeptLine kept : lines.values()) {
            String group =
                    kept.line().key().product() + "\n" + kept.line().person().subject();
            groups.computeIfAbsent(group, ignored -> new ArrayList<>()).add(kept);
        }
        Map<String, List<KeptOffer>> byProduct = new HashMap<>();
        for (KeptOffer offer : offers.values()) {
            byProduct
                    .computeIfAbsent(offer.offer().key().product(), ignored -> new ArrayList<>())
                    .add(offer);
        }
        for (List<KeptLine> group : groups.values()) {
            String product = group.getFirst().line().key().product();
            settle(group, byProduct.getOrDefault(product, List.of()));
        }
        return changes();
    }

    private void settle(List<KeptLine> group, Collection<KeptOffer> candidates) {
        Map<String, Long> back = returnedByOrder(group);
        for (KeptLine kept : group) {
            BoughtLine line = kept.line();
            OfferKey merit = Attribute.attribute(line, candidates, windows);
            boolean returned = back.getOrDefault(line.key().order(), 0L) >= line.quantity();
            KeptLine settled = new KeptLine(line, merit == null ? "" : merit.decision(), returned);
            count(linesBefore.get(line.key()), -1);
            count(settled, 1);
            lines.put(line.key(), settled);
        }
    }

    private Map<String, Long> returnedByOrder(List<KeptLine> group) {
        String product = group.getFirst().line().key().product();
        String subject = group.getFirst().line().person().subject();
        List<OrderLine> orders = new ArrayList<>();
        for (KeptLine kept : group) {
            BoughtLine line = kept.line();
            orders.add(new OrderLine(
                    line.key().order(), product, subject, line.quantity(), Instant.ofEpochMilli(line.time())));
        }
        List<RefundLine> refunds = new ArrayList<>();
        for (ReturnLine line : returns.values()) {
            boolean concerns = line.order().isEmpty()
                    ? line.subject().equals(subject)
                    : lines.containsKey(new LineKey(line.order(), product));
            if (line.product().equals(product) && concerns) {
                refunds.add(new RefundLine(
                        line.event(),
                        line.order(),
                        product,
                        subject,
                        line.quantity(),
                        Instant.ofEpochMilli(line.time())));
            }
        }
        return MatchRefunds.match(orders, refunds).returnedByOrder();
    }

    private void count(@Nullable KeptLine kept, int sign) {
        if (kept != null && !kept.decision().isEmpty()) {
            offers.computeIfPresent(kept.offer(), (key, offer) -> offer.plus(sign, kept.returned() ? sign : 0));
        }
    }

    private Settlement changes() {
        List<KeptOffer> changedOffers = new ArrayList<>();
        Map<CellKey, Counts> counts = new TreeMap<>();
        offers.forEach((key, offer) -> {
            KeptOffer before = offersBefore.get(key);
            if (!offer.equals(before)) {
                changedOffers.add(offer);
                add(counts, offer, false);
                if (before != null) {
                    add(counts, before, true);
                }
            }
        });
        List<KeptLine> changedLines = new ArrayList<>();
        lines.forEach((key, line) -> {
            if (!line.equals(linesBefore.get(key))) {
                changedLines.add(line);
            }
        });
        counts.values().removeIf(Counts.NONE::equals);
        return new Settlement(changedOffers, changedLines, counts);
    }

    private static void add(Map<CellKey, Counts> counts, KeptOffer offer, boolean negated) {
        Counts counted = Counts.of(offer);
        counts.merge(offer.offer().cell(), negated ? counted.negated() : counted, Counts::plus);
    }
}
