package io.zugabe.segmentation.profile.adapter;

import io.zugabe.segmentation.profile.domain.Measure;
import io.zugabe.segmentation.profile.domain.Profile;
import io.zugabe.segmentation.v1.DismissedProduct;
import io.zugabe.segmentation.v1.OfferHistory;

/** What happened to offers, as the API carries it. */
final class OfferMessages {

    private OfferMessages() {}

    static OfferHistory message(Profile profile) {
        OfferHistory.Builder message = OfferHistory.newBuilder()
                .setShown(profile.counts().get(Measure.OFFERS_SHOWN))
                .setClicked(profile.counts().get(Measure.OFFERS_CLICKED))
                .setAdded(profile.counts().get(Measure.OFFERS_ADDED))
                .setDismissed(profile.counts().get(Measure.OFFERS_DISMISSED))
                .setShownWithoutInterest(profile.shownWithoutInterest());
        Timestamps.set(profile.offers().lastShown(), message::setLastShownTime);
        Timestamps.set(profile.offers().lastInterest(), message::setLastInterestTime);
        profile.offers()
                .dismissed()
                .latestFirst()
                .forEach(entry -> message.addDismissedProducts(DismissedProduct.newBuilder()
                        .setProductId(entry.getKey())
                        .setDismissTime(Timestamps.of(entry.getValue().stamp().time()))));
        return message.build();
    }
}
