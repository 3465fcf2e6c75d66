package io.zugabe.segmentation.treatment.adapter;

import io.zugabe.segmentation.treatment.domain.Channel;
import io.zugabe.segmentation.treatment.domain.Effects;
import io.zugabe.segmentation.treatment.domain.Incentive;
import io.zugabe.segmentation.treatment.domain.OfferKind;
import io.zugabe.segmentation.treatment.domain.QuietProduct;
import io.zugabe.segmentation.v1.Treatment;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Treatments as they are sent and served. */
@ApplicationScoped
public class TreatmentMessages {

    private final String currency;

    public TreatmentMessages(@ConfigProperty(name = "zugabe.shop.currency") String currency) {
        this.currency = currency;
    }

    /** To be sent. Where all kinds or channels are allowed, none is listed; incentives are. */
    public Treatment message(io.zugabe.segmentation.treatment.domain.Treatment treatment) {
        Treatment.Builder message = Treatment.newBuilder()
                .setAllowed(treatment.allowed())
                .addAllAllowedIncentives(EffectMessages.codes(treatment.incentives(), Incentive::name))
                .setOnlyWhenTriggered(treatment.onlyWhenTriggered())
                .setLowReturnRiskOnly(treatment.lowReturnRiskOnly())
                .setAnonymous(treatment.anonymous())
                .addAllExcludedTypes(treatment.excludedTypes())
                .addAllAdvice(treatment.advice())
                .addAllReasonCodes(treatment.reasonCodes())
                .setPolicyVersion(treatment.policyVersion());
        if (!treatment.kinds().equals(Effects.allKinds())) {
            message.addAllAllowedKinds(EffectMessages.codes(treatment.kinds(), OfferKind::name));
        }
        if (!treatment.channels().equals(Effects.allChannels())) {
            message.addAllAllowedChannels(EffectMessages.codes(treatment.channels(), Channel::code));
        }
        treatment.quietUntil().ifPresent(time -> message.setQuietUntilTime(PolicyMessages.timestamp(time)));
        treatment.priceCeiling().ifPresent(ceiling -> message.setPriceCeiling(Amounts.message(ceiling, currency)));
        treatment.quietProducts().forEach(product -> message.addQuietProducts(message(product)));
        return message.build();
    }

    private static io.zugabe.segmentation.v1.QuietProduct message(QuietProduct product) {
        return io.zugabe.segmentation.v1.QuietProduct.newBuilder()
                .setProductId(product.productId())
                .setUntilTime(PolicyMessages.timestamp(product.until()))
                .setReasonCode(product.reason().name())
                .build();
    }
}
