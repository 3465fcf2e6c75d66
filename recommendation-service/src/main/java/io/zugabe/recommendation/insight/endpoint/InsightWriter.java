package io.zugabe.recommendation.insight.endpoint;

import com.google.protobuf.Timestamp;
import io.zugabe.recommendation.insight.CellArchive;
import io.zugabe.recommendation.insight.RetirementArchive.Retired;
import io.zugabe.recommendation.insight.domain.Acceptance;
import io.zugabe.recommendation.insight.domain.AcceptanceBook;
import io.zugabe.recommendation.insight.domain.Counts;
import io.zugabe.recommendation.insight.domain.Wilson;
import io.zugabe.recommendation.products.domain.ProductIds;
import io.zugabe.recommendation.v1.OfferStatistics;
import io.zugabe.recommendation.v1.RetiredOffer;
import java.time.Instant;

/** What is known of offers as it is sent. */
final class InsightWriter {

    private final ProductIds ids;

    InsightWriter(ProductIds ids) {
        this.ids = ids;
    }

    OfferStatistics statistics(CellArchive.Row row, Acceptance acceptance) {
        Counts counts = row.counts();
        Acceptance.Estimate estimate = acceptance.estimate(
                ids.find(row.product()),
                acceptance.typeNumber(row.anchorType()),
                AcceptanceBook.placementNumber(row.placement()),
                Acceptance.UNKNOWN,
                Acceptance.UNKNOWN,
                counts.expected());
        Wilson interval = Wilson.of(counts.kept(), counts.shown());
        return OfferStatistics.newBuilder()
                .setProductId(row.product())
                .setPlacement(row.placement())
                .setAnchorType(row.anchorType())
                .setShown(counts.shown())
                .setClicked(counts.clicked())
                .setAdded(counts.added())
                .setDismissed(counts.dismissed())
                .setBought(counts.bought())
                .setKept(counts.kept())
                .setReturned(counts.returned())
                .setAcceptance(io.zugabe.recommendation.v1.Acceptance.newBuilder()
                        .setEstimate(estimate.probability())
                        .setLow(interval.low())
                        .setHigh(interval.high()))
                .build();
    }

    static RetiredOffer retired(Retired offer) {
        RetiredOffer.Builder message = RetiredOffer.newBuilder()
                .setProductId(offer.product())
                .setPlacement(offer.placement())
                .setAnchorType(offer.anchorType())
                .setViews(offer.views())
                .setLeastInterestRate(offer.leastRate())
                .setErrorBound(offer.errorBound())
                .setRetireTime(timestamp(offer.retireTime()))
                .setReinstatedBy(offer.reinstatedBy());
        offer.reinstateTime().ifPresent(time -> message.setReinstateTime(timestamp(time)));
        return message.build();
    }

    private static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
