package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.feedback.domain.OfferOrigin;
import io.zugabe.recommendation.replica.domain.Evidence;
import io.zugabe.recommendation.replica.domain.FitLimit;
import io.zugabe.recommendation.replica.domain.Product;
import io.zugabe.recommendation.replica.domain.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

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
        OfferOrigin origin) {

    public Offer {
        complements = List.copyOf(complements);
        reasons = List.copyOf(reasons);
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
        CAMPAIGN
    }
}
