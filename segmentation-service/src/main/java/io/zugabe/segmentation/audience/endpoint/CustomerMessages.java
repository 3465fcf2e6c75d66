package io.zugabe.segmentation.audience.endpoint;

import io.zugabe.segmentation.audience.PreviewTargetGroup.Chosen;
import io.zugabe.segmentation.audience.adapter.TraitMessages;
import io.zugabe.segmentation.audience.domain.Candidate;
import io.zugabe.segmentation.audience.domain.Mark;
import io.zugabe.segmentation.audience.domain.ToldMark;
import io.zugabe.segmentation.feature.domain.DerivedFeatures;
import io.zugabe.segmentation.feature.domain.FeatureValue;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.v1.BuyerTrait;
import io.zugabe.segmentation.v1.FoundCustomer;
import io.zugabe.segmentation.v1.Lifecycle;
import io.zugabe.segmentation.v1.TargetCustomer;

/** Customers and what marks them, as messages. */
final class CustomerMessages {

    private static final int MOST_SHARED = 20;
    private static final double CENTS = 100;
    private static final String LIFECYCLE_PREFIX = "LIFECYCLE_";

    private CustomerMessages() {}

    static BuyerTrait message(ToldMark told) {
        Mark mark = told.mark();
        return BuyerTrait.newBuilder()
                .setTrait(TraitMessages.message(mark.tally().trait()))
                .setBuyers(told.buyers())
                .setOthers(told.others())
                .setBuyerShare(told.buyerShare())
                .setOtherShare(told.otherShare())
                .setLift(ToldMark.rounded(mark.lift().ratio()))
                .setLiftLow(ToldMark.rounded(mark.lift().low()))
                .setLiftHigh(ToldMark.rounded(mark.lift().high()))
                .setShrunkLift(ToldMark.rounded(mark.shrunkLift()))
                .setAdjustedPValue(ToldMark.rounded(mark.adjustedPValue()))
                .setSignificant(mark.significant())
                .build();
    }

    static TargetCustomer message(Subject subject) {
        return subject.visitor()
                ? TargetCustomer.newBuilder().setVisitorId(subject.id()).build()
                : TargetCustomer.newBuilder().setCustomerId(subject.id()).build();
    }

    /**
     * A customer with the reasons.
     *
     * @param scored whether there is a score
     */
    static TargetCustomer message(Chosen chosen, boolean scored) {
        TargetCustomer.Builder message = message(chosen.subject()).toBuilder();
        chosen.match().traits().stream()
                .limit(MOST_SHARED)
                .forEach(trait -> message.addSharedTraits(TraitMessages.message(trait)));
        if (scored) {
            message.setScore(chosen.match().score());
        }
        return message.build();
    }

    static FoundCustomer message(Candidate candidate) {
        FoundCustomer.Builder message = FoundCustomer.newBuilder()
                .setLifecycle(lifecycle(candidate))
                .addAllSegmentIds(candidate.segments().stream().sorted().toList())
                .setOrders(Math.round(number(candidate, "orders")))
                .setNetSales(Math.round(number(candidate, "net_sales") * CENTS) / CENTS)
                .setAssessTime(GroupMessages.time(candidate.assessTime()));
        Subject subject = candidate.subject();
        return subject.visitor()
                ? message.setVisitorId(subject.id()).build()
                : message.setCustomerId(subject.id()).build();
    }

    /** The word that features have for it. */
    static String word(Lifecycle lifecycle) {
        return lifecycle.name().substring(LIFECYCLE_PREFIX.length());
    }

    private static Lifecycle lifecycle(Candidate candidate) {
        return candidate.features().values().get(DerivedFeatures.LIFECYCLE.name()) instanceof FeatureValue.Text text
                ? Lifecycle.valueOf(LIFECYCLE_PREFIX + text.text())
                : Lifecycle.LIFECYCLE_UNSPECIFIED;
    }

    private static double number(Candidate candidate, String feature) {
        return candidate.features().values().get(feature) instanceof FeatureValue.Number number ? number.value() : 0;
    }
}
