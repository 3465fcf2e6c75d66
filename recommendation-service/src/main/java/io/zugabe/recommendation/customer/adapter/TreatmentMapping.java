package io.zugabe.recommendation.customer.adapter;

import io.zugabe.recommendation.customer.domain.CustomerTreatment;
import io.zugabe.recommendation.replica.domain.Money;
import io.zugabe.segmentation.v1.Assessment;
import io.zugabe.segmentation.v1.QuietProduct;
import io.zugabe.segmentation.v1.Replenishment;
import io.zugabe.segmentation.v1.Treatment;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;

/** An assessment's treatment as decisions read it. */
final class TreatmentMapping {

    private static final long NANOS_PER_MICRO = 1_000;

    private TreatmentMapping() {}

    static CustomerTreatment treatment(Assessment assessment) {
        Treatment message = assessment.getTreatment();
        return new CustomerTreatment(
                message.getAllowed(),
                message.hasQuietUntilTime()
                        ? Optional.of(ProfileMapping.instant(message.getQuietUntilTime()))
                        : Optional.empty(),
                new HashSet<>(message.getAllowedKindsList()),
                new HashSet<>(message.getAllowedChannelsList()),
                new HashSet<>(message.getAllowedIncentivesList()),
                message.hasPriceCeiling() ? Optional.of(money(message.getPriceCeiling())) : Optional.empty(),
                message.getOnlyWhenTriggered(),
                message.getLowReturnRiskOnly(),
                message.getAnonymous(),
                new HashSet<>(message.getExcludedTypesList()),
                quiet(assessment),
                message.getAdviceList(),
                message.getReasonCodesList(),
                message.getPolicyVersion());
    }

    /** What is quiet by the policy, and of what the customer still has enough; of both, the later end. */
    private static Map<String, Instant> quiet(Assessment assessment) {
        Map<String, Instant> quiet = new HashMap<>();
        for (QuietProduct product : assessment.getTreatment().getQuietProductsList()) {
            quiet.put(product.getProductId(), ProfileMapping.instant(product.getUntilTime()));
        }
        for (Replenishment due : assessment.getReplenishmentsList()) {
            if (due.hasQuietUntilTime()) {
                Instant until = ProfileMapping.instant(due.getQuietUntilTime());
                quiet.merge(due.getProductId(), until, (a, b) -> a.isAfter(b) ? a : b);
            }
        }
        return quiet;
    }

    private static Money money(com.google.type.Money message) {
        return new Money(
                message.getCurrencyCode(), message.getUnits() * Money.MICROS + message.getNanos() / NANOS_PER_MICRO);
    }
}
