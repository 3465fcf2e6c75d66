package io.zugabe.recommendation.decision.endpoint;

import io.zugabe.recommendation.decision.domain.OfferKind;
import io.zugabe.recommendation.decision.domain.Placement;
import java.util.Optional;

/** Enumerations of the API; empty for what is unspecified or unknown here. */
public final class Enums {

    private Enums() {}

    /** A placement. */
    public static Optional<Placement> placement(io.zugabe.recommendation.v1.Placement placement) {
        return switch (placement) {
            case PLACEMENT_HOME -> Optional.of(Placement.HOME);
            case PLACEMENT_PRODUCT_PAGE -> Optional.of(Placement.PRODUCT_PAGE);
            case PLACEMENT_CART -> Optional.of(Placement.CART);
            case PLACEMENT_CHECKOUT -> Optional.of(Placement.CHECKOUT);
            case PLACEMENT_THANK_YOU -> Optional.of(Placement.THANK_YOU);
            case PLACEMENT_FOLLOW_UP -> Optional.of(Placement.FOLLOW_UP);
            case PLACEMENT_SERVICE_CALL -> Optional.of(Placement.SERVICE_CALL);
            case PLACEMENT_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
        };
    }

    /** A kind of offers. */
    public static Optional<OfferKind> kind(io.zugabe.recommendation.v1.OfferKind kind) {
        return switch (kind) {
            case OFFER_KIND_ADD_ON -> Optional.of(OfferKind.ADD_ON);
            case OFFER_KIND_SERVICE -> Optional.of(OfferKind.SERVICE);
            case OFFER_KIND_POPULAR -> Optional.of(OfferKind.POPULAR);
            case OFFER_KIND_UPGRADE -> Optional.of(OfferKind.UPGRADE);
            case OFFER_KIND_BUNDLE -> Optional.of(OfferKind.BUNDLE);
            case OFFER_KIND_SAMPLE -> Optional.of(OfferKind.SAMPLE);
            case OFFER_KIND_DEAL -> Optional.of(OfferKind.DEAL);
            case OFFER_KIND_REPLENISHMENT -> Optional.of(OfferKind.REPLENISHMENT);
            case OFFER_KIND_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
        };
    }
}
