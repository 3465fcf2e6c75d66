package io.zugabe.segmentation.treatment.adapter;

import io.zugabe.segmentation.treatment.domain.Channel;
import io.zugabe.segmentation.treatment.domain.Effects;
import io.zugabe.segmentation.treatment.domain.Incentive;
import io.zugabe.segmentation.treatment.domain.Moment;
import io.zugabe.segmentation.treatment.domain.OfferKind;
import io.zugabe.segmentation.treatment.domain.PriceCeiling;
import io.zugabe.segmentation.treatment.domain.Silencing;
import io.zugabe.segmentation.v1.TreatmentEffects;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What rules restrict, as it is sent and stored. */
final class EffectMessages {

    private final String currency;

    EffectMessages(String currency) {
        this.currency = currency;
    }

    TreatmentEffects message(Effects effects) {
        TreatmentEffects.Builder message = TreatmentEffects.newBuilder()
                .setOnlyWhenTriggered(effects.onlyWhenTriggered())
                .setLowReturnRiskOnly(effects.lowReturnRiskOnly())
                .setAnonymous(effects.anonymous())
                .addAllExcludedTypes(effects.excludedTypes())
                .addAllAdvice(effects.advice());
        effects.silence().ifPresent(silence -> message.setSilence(message(silence)));
        effects.allowedKinds()
                .ifPresent(kinds -> message.setAllowedKinds(
                        TreatmentEffects.KindList.newBuilder().addAllKinds(codes(kinds, OfferKind::name))));
        effects.allowedChannels()
                .ifPresent(channels -> message.setAllowedChannels(
                        TreatmentEffects.ChannelList.newBuilder().addAllChannels(codes(channels, Channel::code))));
        effects.allowedIncentives()
                .ifPresent(incentives -> message.setAllowedIncentives(TreatmentEffects.IncentiveList.newBuilder()
                        .addAllIncentives(codes(incentives, Incentive::name))));
        effects.priceCeiling().ifPresent(ceiling -> message.setPriceCeiling(message(ceiling)));
        return message.build();
    }

    static <E extends Enum<E>> List<String> codes(Collection<E> values, Function<E, String> code) {
        return values.stream().sorted().map(code).toList();
    }

    private static TreatmentEffects.Silence message(Silencing silence) {
        return switch (silence) {
            case Silencing.WhileItHolds() -> TreatmentEffects.Silence.getDefaultInstance();
            case Silencing.After(Moment moment, java.time.Duration duration) ->
                TreatmentEffects.Silence.newBuilder()
                        .setMoment(TreatmentEffects.Silence.Moment.valueOf("MOMENT_" + moment.name()))
                        .setDuration(PolicyMessages.message(duration))
                        .build();
        };
    }

    private TreatmentEffects.PriceCeiling message(PriceCeiling ceiling) {
        TreatmentEffects.PriceCeiling.Builder message = TreatmentEffects.PriceCeiling.newBuilder();
        ceiling.amount().ifPresent(amount -> message.setAmount(Amounts.message(amount, currency)));
        ceiling.share().ifPresent(share -> message.setFeature(share.feature()).setFactor(share.factor()));
        return message.build();
    }

    Effects effects(TreatmentEffects message) {
        return new Effects(
                message.hasSilence() ? Optional.of(silence(message.getSilence())) : Optional.empty(),
                message.hasAllowedKinds()
                        ? Optional.of(message.getAllowedKinds().getKindsList().stream()
                                .map(OfferKind::valueOf)
                                .collect(Collectors.toUnmodifiableSet()))
                        : Optional.empty(),
                message.hasAllowedChannels()
                        ? Optional.of(message.getAllowedChannels().getChannelsList().stream()
                                .map(code -> Channel.valueOf(code.toUpperCase(Locale.ROOT)))
                                .collect(Collectors.toUnmodifiableSet()))
                        : Optional.empty(),
                message.hasAllowedIncentives()
                        ? Optional.of(message.getAllowedIncentives().getIncentivesList().stream()
                                .map(Incentive::valueOf)
                                .collect(Collectors.toUnmodifiableSet()))
                        : Optional.empty(),
                message.hasPriceCeiling() ? Optional.of(ceiling(message.getPriceCeiling())) : Optional.empty(),
                message.getOnlyWhenTriggered(),
                message.getLowReturnRiskOnly(),
                message.getAnonymous(),
                new TreeSet<>(message.getExcludedTypesList()),
                new TreeSet<>(message.getAdviceList()));
    }

    private static Silencing silence(TreatmentEffects.Silence message) {
        return message.getMoment() == TreatmentEffects.Silence.Moment.MOMENT_UNSPECIFIED
                ? new Silencing.WhileItHolds()
                : new Silencing.After(
                        Moment.valueOf(message.getMoment().name().substring("MOMENT_".length())),
                        PolicyMessages.duration(message.getDuration()));
    }

    private static PriceCeiling ceiling(TreatmentEffects.PriceCeiling message) {
        return new PriceCeiling(
                message.hasAmount() ? OptionalDouble.of(Amounts.amount(message.getAmount())) : OptionalDouble.empty(),
                message.getFeature().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new PriceCeiling.Share(message.getFeature(), message.getFactor())));
    }
}
