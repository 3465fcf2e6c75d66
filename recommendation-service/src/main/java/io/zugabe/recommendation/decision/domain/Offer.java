package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.feedback.domain.OfferOrigin;
import io.zugabe.recommendation.incentives.domain.Promise;
import io.zugabe.recommendation.kinds.domain.Difference;
import io.zugabe.recommendation.replica.domain.Evidence;
import io.zugabe.recommendation.replica.domain.FitLimit;
import io.zugabe.recommendation.replica.domain.Money;
import io.zugabe.recommendation.replica.domain.Product;
import io.zugabe.recommendation.replica.domain.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An offer.
 *
 * @param rank place in the list, from 1
 * @param complements the products that it complements
 * @param fit empty if nothing has to fit
 * @param reasons strongest first; at least one
 * @param after how long after the purchase to offer it; empty: now
 * @param moment what {@code after}, or that it is wanted at once, was learned from; empty if a relation says so or
 *     nothing does
 * @param value expected incremental profit, in the shop's currency
 * @param origin what is behind it, for what will be told of it
 * @param extras what only some kinds of offers have
 * @param promise what comes with it, or that deliberately nothing does; empty for most offers
 */
public record Offer(
        Product product,
        OfferKind kind,
        int rank,
        List<String> complements,
        Optional<ShownFit> fit,
        List<Reason> reasons,
        Optional<Duration> after,
        Optional<Evidence> moment,
        String need,
        double value,
        OfferOrigin origin,
        Extras extras,
        Optional<Promise> promise) {

    public Offer {
        complements = List.copyOf(complements);
        reasons = List.copyOf(reasons);
    }

    /** An offer of one product at its price, with which nothing comes. */
    public Offer(
            Product product,
            OfferKind kind,
            int rank,
            List<String> complements,
            Optional<ShownFit> fit,
            List<Reason> reasons,
            Optional<Duration> after,
            Optional<Evidence> moment,
            String need,
            double value,
            OfferOrigin origin) {
        this(
                product,
                kind,
                rank,
                complements,
                fit,
                reasons,
                after,
                moment,
                need,
                value,
                origin,
                Extras.NONE,
                Optional.empty());
    }

    /** What the customer pays for it. */
    public Money price() {
        return extras.price().orElse(product.price());
    }

    /** The same offer at another place of the list. */
    Offer at(int place) {
        return place == rank ? this : copy(place, reasons, extras, promise);
    }

    /** The same offer with what only its kind has. */
    Offer with(Extras more) {
        return copy(rank, reasons, more, promise);
    }

    /** The same with something that comes with it, and other reasons. */
    Offer with(Optional<Promise> given, List<Reason> others) {
        return copy(rank, others, extras, given);
    }

    private Offer copy(int place, List<Reason> why, Extras more, Optional<Promise> given) {
        return new Offer(product, kind, place, complements, fit, why, after, moment, need, value, origin, more, given);
    }

    /**
     * What only some kinds of offers have.
     *
     * @param price if it is not the product's own
     * @param differences from what it would replace, better things first
     * @param until until just before then; empty if the offer has no end of its own
     */
    public record Extras(
            Optional<Money> price, Optional<Package> bundle, List<Difference> differences, Optional<Instant> until) {

        public static final Extras NONE = new Extras(Optional.empty(), Optional.empty(), List.of(), Optional.empty());

        public Extras {
            differences = List.copyOf(differences);
        }

        /** Of an offer that ends. */
        static Extras until(Optional<Instant> end) {
            return new Extras(Optional.empty(), Optional.empty(), List.of(), end);
        }
    }

    /**
     * A set at a package price.
     *
     * @param relationId where it comes from
     * @param parts its products, the anchor first
     * @param inCart numbers of those that are in the cart already
     * @param list what they cost one by one; more than the package
     */
    public record Package(String relationId, List<Product> parts, Set<Integer> inCart, Money price, Money list) {

        public Package {
            parts = List.copyOf(parts);
            inCart = Set.copyOf(inCart);
        }

        /** What it saves, above 0. */
        public Money saving() {
            return new Money(price.currency(), list.micros() - price.micros());
        }
    }

    /**
     * How an offer fits.
     *
     * @param limits not empty if the verdict is {@link Verdict#FITS_WITH_LIMITS}
     * @param evidence the deciding one first
     * @param hostId the product that it fits
     */
    public record ShownFit(Verdict verdict, List<FitLimit> limits, List<Evidence> evidence, String hostId) {}

    /** A reason to show, in the request's language. */
    public record Reason(Code code, String text, Evidence evidence) {}

    /** Kinds of reasons. */
    public enum Code {
        FITS,
        COMPLEMENTS,
        BOUGHT_TOGETHER,
        POPULAR,
        WELL_RATED,
        TASTE,
        SIMILAR_VISITS,
        ALSO_BOUGHT,
        REPLENISHMENT_DUE,
        LEARNED_COMPLEMENT,
        SIMILAR_PRODUCT,
        POPULAR_IN_CONTEXT,
        CAMPAIGN,
        UPGRADE,
        LARGER_PACK,
        BUNDLE,
        SAMPLE,
        PROMOTED,
        INCENTIVE,
        LIMITED_TIME,
        SHIPPING_GAP
    }
}
