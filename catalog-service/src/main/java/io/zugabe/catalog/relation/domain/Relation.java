package io.zugabe.catalog.relation.domain;

import io.zugabe.catalog.fit.domain.Selector;
import io.zugabe.catalog.product.domain.Money;
import io.zugabe.catalog.text.domain.LocalizedText;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A curated relation from anchors to what is offered with them, or instead of them.
 *
 * @param need the need that the complement serves; empty means the complement's type
 * @param delay how long after the purchase to offer it; null unless the timing is AFTER
 * @param strength in (0, 1]
 * @param validFrom null: since ever
 * @param validUntil exclusive; null: for ever
 * @param bundle null unless the kind is BUNDLE; anchor and complement are then selected by their ids
 */
public record Relation(
        String id,
        Selector anchor,
        Selector complement,
        String need,
        Timing timing,
        @Nullable Duration delay,
        double strength,
        Origin origin,
        LocalizedText reason,
        Kind kind,
        Condition condition,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        @Nullable Bundle bundle) {

    /** This relation between other products. */
    public Relation withSelectors(Selector from, Selector to) {
        return new Relation(
                id,
                from,
                to,
                need,
                timing,
                delay,
                strength,
                origin,
                reason,
                kind,
                condition,
                validFrom,
                validUntil,
                bundle);
    }

    /** What a bundle saves against list prices; empty if it is none, or not all of them are known. */
    public Optional<Money> saving(Function<String, Optional<Money>> listPrice) {
        return bundle != null
                        && anchor instanceof Selector.ByProduct(String from)
                        && complement instanceof Selector.ByProduct(String to)
                ? Bundle.listPrice(bundle.products(from, to), listPrice).map(sum -> sum.minus(bundle.packagePrice()))
                : Optional.empty();
    }

    /** What a complement is to its anchor. */
    public enum Kind {
        /** It goes with the anchor. */
        COMPLEMENT,
        /** It is bought instead of the anchor. */
        UPGRADE,
        /** It is sold together with the anchor at a package price. */
        BUNDLE,
        /** It is a service for the anchor. */
        SERVICE,
        /** It may be added to an order of the anchor. */
        SAMPLE
    }

    /** When a complement is offered. */
    public enum Timing {
        BEFORE,
        AFTER
    }

    /** Who stated a relation. */
    public enum Origin {
        MERCHANDISER,
        SUPPLIER
    }
}
