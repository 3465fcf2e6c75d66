package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.kinds.domain.Wishes;
import io.zugabe.recommendation.replica.domain.Circumstances;
import io.zugabe.recommendation.replica.domain.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Asks what to offer; validated.
 *
 * @param customerId empty if unknown; at least one of customer and visitor is given
 * @param visitorId empty if unknown
 * @param sessionId empty if unknown
 * @param locale BCP 47
 * @param time the time to decide for; empty means now
 * @param circumstances what is known of place, device, weather and occasion
 * @param kinds empty for all
 * @param maxOffers 0 for the placement's default
 * @param preview leaves no trace in counters
 * @param freeShippingFrom the order value from which on shipping is free; empty: as the shop's policy says
 */
public record OfferRequest(
        String customerId,
        String visitorId,
        String sessionId,
        Placement placement,
        List<String> anchors,
        List<CartLine> cart,
        String locale,
        Optional<Instant> time,
        Circumstances circumstances,
        List<OfferKind> kinds,
        int maxOffers,
        Filter filter,
        boolean preview,
        Optional<Money> freeShippingFrom) {

    /** A request that says nothing of shipping. */
    public OfferRequest(
            String customerId,
            String visitorId,
            String sessionId,
            Placement placement,
            List<String> anchors,
            List<CartLine> cart,
            String locale,
            Optional<Instant> time,
            Circumstances circumstances,
            List<OfferKind> kinds,
            int maxOffers,
            Filter filter,
            boolean preview) {
        this(
                customerId,
                visitorId,
                sessionId,
                placement,
                anchors,
                cart,
                locale,
                time,
                circumstances,
                kinds,
                maxOffers,
                filter,
                preview,
                Optional.empty());
    }

    public OfferRequest {
        anchors = List.copyOf(anchors);
        cart = List.copyOf(cart);
        kinds = List.copyOf(kinds);
    }

    /**
     * A line of the cart.
     *
     * @param quantity 1 or more
     * @param price of one unit as the customer sees it; empty: the catalog's
     */
    public record CartLine(String productId, long quantity, Optional<Money> price) {}

    /**
     * Narrows what may be offered.
     *
     * @param exclude products never to offer
     * @param types only these types and those below; empty for all
     * @param customerAge age of the customer in full years; 0 if unknown
     */
    public record Filter(
            List<String> exclude, List<String> types, Optional<Money> maxPrice, Wishes wishes, int customerAge) {

        public static final Filter NONE = new Filter(List.of(), List.of(), Optional.empty());

        /** A filter that only narrows. */
        public Filter(List<String> exclude, List<String> types, Optional<Money> maxPrice) {
            this(exclude, types, maxPrice, Wishes.NONE, 0);
        }

        public Filter {
            exclude = List.copyOf(exclude);
            types = List.copyOf(types);
        }
    }
}
