package io.zugabe.recommendation.customer.adapter;

import com.google.protobuf.Timestamp;
import io.zugabe.recommendation.customer.domain.CustomerProfile;
import io.zugabe.recommendation.customer.domain.CustomerTreatment;
import io.zugabe.recommendation.replenishment.domain.DueProduct;
import io.zugabe.segmentation.v1.Profile;
import io.zugabe.segmentation.v1.RecentProduct;
import io.zugabe.segmentation.v1.Replenishment;
import io.zugabe.segmentation.v1.SegmentMembership;
import io.zugabe.segmentation.v1.ServiceHistory;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Collectors;

/** A profile as decisions read it. */
final class ProfileMapping {

    private ProfileMapping() {}

    static CustomerProfile profile(Profile message) {
        ServiceHistory service = message.getService();
        return new CustomerProfile(
                message.getVersion(),
                service.getOpenCaseIdsCount() > 0,
                service.hasLastResolvedTime(),
                service.getInterestSignalled(),
                message.getConsentsMap(),
                message.getProductsList().stream()
                        .filter(product -> product.getUnits() > 0)
                        .map(product -> new CustomerProfile.Owned(
                                product.getProductId(), instant(product.getLastPurchaseTime()), product.getOrders()))
                        .toList(),
                message.getRecentProductsList().stream()
                        .map(product ->
                                new CustomerProfile.Recent(product.getProductId(), instant(product.getLastTime())))
                        .toList(),
                message.getRecentProductsList().stream()
                        .filter(RecentProduct::getInCart)
                        .map(product -> instant(product.getLastTime()))
                        .max(Comparator.naturalOrder()),
                message.getAssessment().getReplenishmentsList().stream()
                        .map(ProfileMapping::due)
                        .toList(),
                message.getAssessment().getSegmentsList().stream()
                        .map(SegmentMembership::getSegmentId)
                        .collect(Collectors.toUnmodifiableSet()),
                message.getAssessment().hasTreatment()
                        ? TreatmentMapping.treatment(message.getAssessment())
                        : CustomerTreatment.UNKNOWN,
                message.getMember());
    }

    private static DueProduct due(Replenishment message) {
        return new DueProduct(
                message.getProductId(),
                instant(message.getDueTime()),
                instant(message.getDueFromTime()),
                instant(message.getDueUntilTime()),
                instant(message.getQuietUntilTime()),
                message.getConfidence());
    }

    static Instant instant(Timestamp time) {
        return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    }
}
