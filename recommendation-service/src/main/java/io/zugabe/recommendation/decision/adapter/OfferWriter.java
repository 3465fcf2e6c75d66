package io.zugabe.recommendation.decision.adapter;

import com.google.protobuf.Duration;
import io.zugabe.common.v1.Evidence;
import io.zugabe.common.v1.FitLimit;
import io.zugabe.common.v1.LocalizedText;
import io.zugabe.common.v1.Quantity;
import io.zugabe.common.v1.Verdict;
import io.zugabe.recommendation.decision.domain.Offer;
import io.zugabe.recommendation.incentives.adapter.PromiseMessages;
import io.zugabe.recommendation.incentives.domain.Promise;
import io.zugabe.recommendation.v1.Fit;
import io.zugabe.recommendation.v1.OfferKind;
import io.zugabe.recommendation.v1.Reason;
import io.zugabe.recommendation.v1.Timing;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Offers as they are sent. */
final class OfferWriter {

    private static final Map<io.zugabe.recommendation.decision.domain.OfferKind, OfferKind> KINDS = named(
            io.zugabe.recommendation.decision.domain.OfferKind.class, name -> OfferKind.valueOf("OFFER_KIND_" + name));
    private static final Map<io.zugabe.recommendation.replica.domain.Verdict, Verdict> VERDICTS =
            named(io.zugabe.recommendation.replica.domain.Verdict.class, name -> Verdict.valueOf("VERDICT_" + name));
    private static final Map<Offer.Code, Reason.Code> CODES =
            named(Offer.Code.class, name -> Reason.Code.valueOf("CODE_" + name));
    private static final Map<io.zugabe.recommendation.replica.domain.Evidence.Source, Evidence.Source> SOURCES = named(
            io.zugabe.recommendation.replica.domain.Evidence.Source.class,
            name -> Evidence.Source.valueOf("SOURCE_" + name));

    private OfferWriter() {}

    /** Looked up once: names are put together and searched for more slowly than an offer is written. */
    private static <K extends Enum<K>, V> Map<K, V> named(Class<K> kind, Function<String, V> byName) {
        Map<K, V> names = new EnumMap<>(kind);
        for (K each : kind.getEnumConstants()) {
            names.put(each, byName.apply(each.name()));
        }
        return names;
    }

    static int number(io.zugabe.recommendation.decision.domain.OfferKind kind) {
        return Objects.requireNonNull(KINDS.get(kind)).getNumber();
    }

    static int number(io.zugabe.recommendation.replica.domain.Verdict verdict) {
        return Objects.requireNonNull(VERDICTS.get(verdict)).getNumber();
    }

    static int number(Offer.Code code) {
        return Objects.requireNonNull(CODES.get(code)).getNumber();
    }

    static int number(io.zugabe.recommendation.replica.domain.Evidence.Source source) {
        return Objects.requireNonNull(SOURCES.get(source)).getNumber();
    }

    static io.zugabe.recommendation.v1.Offer offer(Offer offer, String locale, String token) {
        io.zugabe.recommendation.v1.Offer.Builder message = io.zugabe.recommendation.v1.Offer.newBuilder()
                .setProductId(offer.product().id())
                .setName(offer.product().name().in(locale))
                .setKind(KINDS.get(offer.kind()))
                .setRank(offer.rank())
                .addAllForProductIds(offer.complements())
                .setPrice(MoneyMapping.message(offer.price()))
                .setTiming(timing(offer))
                .setNeed(offer.need())
                .setValue(offer.value())
                .setTrackingToken(token);
        offer.extras().bundle().ifPresent(set -> {
            message.setBundle(ExtrasWriter.bundle(set, locale));
            message.setName(ExtrasWriter.names(set, locale));
        });
        offer.extras()
                .differences()
                .forEach(difference -> message.addDifferences(ExtrasWriter.difference(difference, locale)));
        offer.extras().until().ifPresent(end -> message.setUntilTime(RequestWriter.timestamp(end)));
        offer.fit().ifPresent(fit -> message.setFit(fit(fit)));
        offer.reasons().forEach(reason -> message.addReasons(reason(reason)));
        offer.promise()
                .filter(Promise::isGiven)
                .ifPresent(promise -> message.setIncentive(PromiseMessages.incentive(
                        promise, offer.product().price().currency())));
        return message.build();
    }

    static Timing timing(Offer offer) {
        Timing.Builder timing = Timing.newBuilder();
        offer.after()
                .ifPresent(after -> timing.setAfterPurchase(
                        Duration.newBuilder().setSeconds(after.toSeconds()).setNanos(after.toNanosPart())));
        offer.moment().ifPresent(moment -> timing.setEvidence(evidence(moment)));
        return timing.build();
    }

    private static Fit fit(Offer.ShownFit fit) {
        Fit.Builder message =
                Fit.newBuilder().setVerdict(VERDICTS.get(fit.verdict())).setHostProductId(fit.hostId());
        fit.limits().forEach(limit -> message.addLimits(limit(limit)));
        fit.evidence().forEach(evidence -> message.addEvidence(evidence(evidence)));
        return message.build();
    }

    private static FitLimit limit(io.zugabe.recommendation.replica.domain.FitLimit limit) {
        FitLimit.Builder message = FitLimit.newBuilder()
                .setAttribute(limit.attribute())
                .setGot(limit.got())
                .setNeeded(limit.needed())
                .setSentence(text(limit.sentence()));
        if (limit.gotQuantity() != null) {
            message.setGotQuantity(quantity(limit.gotQuantity()));
        }
        if (limit.neededQuantity() != null) {
            message.setNeededQuantity(quantity(limit.neededQuantity()));
        }
        return message.build();
    }

    private static Quantity quantity(io.zugabe.recommendation.replica.domain.FitLimit.Quantity quantity) {
        return Quantity.newBuilder()
                .setValue(quantity.value())
                .setUnit(quantity.unit())
                .build();
    }

    private static Reason reason(Offer.Reason reason) {
        return Reason.newBuilder()
                .setCode(CODES.get(reason.code()))
                .setText(reason.text())
                .setEvidence(evidence(reason.evidence()))
                .build();
    }

    private static Evidence evidence(io.zugabe.recommendation.replica.domain.Evidence evidence) {
        return Evidence.newBuilder()
                .setSource(SOURCES.get(evidence.source()))
                .setId(evidence.id())
                .putAllAttributes(evidence.attributes())
                .setSentence(text(evidence.sentence()))
                .putAllNumbers(evidence.numbers())
                .build();
    }

    private static LocalizedText text(io.zugabe.recommendation.replica.domain.LocalizedText text) {
        return LocalizedText.newBuilder().putAllTexts(text.texts()).build();
    }
}
