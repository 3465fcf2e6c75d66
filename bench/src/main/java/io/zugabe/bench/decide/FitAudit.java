package io.zugabe.bench.decide;

import io.zugabe.bench.Bench;
import io.zugabe.bench.fit.SyntheticCatalog;
import io.zugabe.catalog.fit.domain.Verdict;
import io.zugabe.recommendation.v1.Offer;
import io.zugabe.recommendation.v1.RecommendResponse;
import org.jspecify.annotations.Nullable;

/**
 * Checks replies against the rules, each evaluated anew: an offer is wrong if rules speak about its product and one
 * that it is offered for and do not let them pass, or if the verdict that it shows is another than theirs.
 */
final class FitAudit {

    private static final long MOST_TOLD = 5;

    private final Designs designs;
    private long offers;
    private long checked;
    private long wrong;
    private long bytes;
    private long replies;
    private long silent;

    FitAudit(Designs designs) {
        this.designs = designs;
    }

    void check(RecommendResponse reply) {
        replies++;
        bytes += reply.getSerializedSize();
        silent += reply.hasSilence() ? 1 : 0;
        for (Offer offer : reply.getOffersList()) {
            offers++;
            if (!isRight(offer)) {
                wrong++;
                if (wrong <= MOST_TOLD) {
                    Bench.say("Wrong: %s", offer);
                }
            }
        }
    }

    private boolean isRight(Offer offer) {
        int product = SyntheticCatalog.number(offer.getProductId());
        boolean right = !offer.hasFit() || shown(offer, product);
        for (String each : offer.getForProductIdsList()) {
            int anchor = SyntheticCatalog.number(each);
            if (designs.areGated(anchor, product)) {
                checked++;
                right &= passes(designs.evaluate(anchor, product)) || passes(designs.evaluate(product, anchor));
            }
        }
        return right;
    }

    private boolean shown(Offer offer, int product) {
        int other = SyntheticCatalog.number(offer.getFit().getHostProductId());
        checked++;
        if (other == product) { // the offer is the host
            return true;
        }
        Verdict verdict = designs.evaluate(other, product);
        return verdict != null
                && verdict.isFit()
                && offer.getFit().getVerdict().name().equals("VERDICT_" + verdict.name());
    }

    private static boolean passes(@Nullable Verdict verdict) {
        return verdict != null && verdict.isFit();
    }

    long wrong() {
        return wrong;
    }

    /** Bytes of a reply on average. */
    int meanBytes() {
        return (int) (bytes / Math.max(1, replies));
    }

    String describe() {
        return "%,d replies of %,d bytes with %.1f offers on average, %,d silent; %,d pairs checked against their rules, %,d wrong"
                .formatted(replies, meanBytes(), offers / (double) Math.max(1, replies), silent, checked, wrong);
    }
}
