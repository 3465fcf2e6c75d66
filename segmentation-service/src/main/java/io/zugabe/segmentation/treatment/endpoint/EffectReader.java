package io.zugabe.segmentation.treatment.endpoint;

import com.google.type.Money;
import io.zugabe.kit.error.Violations;
import io.zugabe.segmentation.feature.domain.Feature;
import io.zugabe.segmentation.segment.DeclaredFeatures;
import io.zugabe.segmentation.segment.domain.Nearest;
import io.zugabe.segmentation.treatment.adapter.Amounts;
import io.zugabe.segmentation.treatment.domain.Channel;
import io.zugabe.segmentation.treatment.domain.Incentive;
import io.zugabe.segmentation.treatment.domain.OfferKind;
import io.zugabe.segmentation.v1.TreatmentEffects;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Checks the form of what rules restrict. */
@ApplicationScoped
class EffectReader {

    private static final List<String> KINDS =
            Arrays.stream(OfferKind.values()).map(OfferKind::name).toList();
    private static final List<String> CHANNELS =
            Arrays.stream(Channel.values()).map(Channel::code).toList();
    private static final List<String> INCENTIVES =
            Arrays.stream(Incentive.values()).map(Incentive::name).toList();
    private static final Pattern TYPE = Pattern.compile("[a-z0-9_]{1,60}");
    private static final Pattern CODE = Pattern.compile("[A-Z0-9_]{1,60}");
    private static final int MOST_TYPES = 50;
    private static final int MOST_ADVICE = 10;
    private static final double LARGEST_FACTOR = 1_000;

    private final DeclaredFeatures features;
    private final String currency;

    EffectReader(DeclaredFeatures features, @ConfigProperty(name = "zugabe.shop.currency") String currency) {
        this.features = features;
        this.currency = currency;
    }

    void check(Violations violations, TreatmentEffects effects) {
        if (effects.hasSilence()) {
            checkSilence(violations.at("silence"), effects.getSilence());
        }
        checkCodes(violations, "allowed_kinds.kinds", effects.getAllowedKinds().getKindsList(), KINDS);
        checkCodes(
                violations,
                "allowed_channels.channels",
                effects.getAllowedChannels().getChannelsList(),
                CHANNELS);
        checkCodes(
                violations,
                "allowed_incentives.incentives",
                effects.getAllowedIncentives().getIncentivesList(),
                INCENTIVES);
        if (effects.hasPriceCeiling()) {
            checkCeiling(violations.at("price_ceiling"), effects.getPriceCeiling());
        }
        checkPattern(violations, "excluded_types", effects.getExcludedTypesList(), MOST_TYPES, TYPE);
        checkPattern(violations, "advice", effects.getAdviceList(), MOST_ADVICE, CODE);
    }

    private static void checkSilence(Violations violations, TreatmentEffects.Silence silence) {
        switch (silence.getMoment()) {
            case MOMENT_UNSPECIFIED ->
                violations.check(
                        !silence.hasDuration(), "moment", "", "is required with a duration: what it counts from");
            case UNRECOGNIZED -> violations.add("moment", "is not known");
            case MOMENT_LAST_ORDER, MOMENT_LAST_OFFER_SHOWN, MOMENT_LAST_OFFER_DISMISSED, MOMENT_LAST_CASE_SOLVED ->
                PolicyReader.checkDuration(violations, "duration", silence.getDuration(), 1);
        }
    }

    private static void checkCodes(Violations violations, String field, List<String> codes, List<String> known) {
        for (int i = 0; i < codes.size() && i <= known.size(); i++) {
            violations.check(
                    known.contains(codes.get(i)),
                    field + "[" + i + "]",
                    codes.get(i),
                    "must be one of " + String.join(", ", known));
        }
        violations.checkSize(field, codes, 0, known.size());
    }

    private static void checkPattern(
            Violations violations, String field, List<String> values, int most, Pattern pattern) {
        if (violations.checkSize(field, values, 0, most)) {
            for (int i = 0; i < values.size(); i++) {
                violations.checkPattern(field + "[" + i + "]", values.get(i), pattern, "must match " + pattern);
            }
        }
    }

    private void checkCeiling(Violations violations, TreatmentEffects.PriceCeiling ceiling) {
        violations.check(
                ceiling.hasAmount() || !ceiling.getFeature().isEmpty(), "", "", "needs an amount or a feature");
        if (ceiling.hasAmount()) {
            checkAmount(violations, ceiling.getAmount());
        }
        if (!ceiling.getFeature().isEmpty()) {
            checkFeature(violations, ceiling.getFeature());
            double factor = ceiling.getFactor();
            violations.check(
                    factor > 0 && factor <= LARGEST_FACTOR, "factor", factor, "must be above 0 and at most 1,000");
        }
    }

    private void checkAmount(Violations violations, Money amount) {
        violations.check(
                amount.getCurrencyCode().equals(currency),
                "amount.currency_code",
                amount.getCurrencyCode(),
                "must be the shop's currency, " + currency);
        violations.check(Amounts.amount(amount) > 0, "amount", Amounts.amount(amount), "must be above 0");
    }

    private void checkFeature(Violations violations, String name) {
        Map<String, Feature> declared = features.all();
        Feature feature = declared.get(name);
        List<String> near = Nearest.to(name, declared.keySet());
        violations.check(
                feature != null && feature.type() == Feature.Type.NUMBER,
                "feature",
                name,
                "is no feature that is a number" + (near.isEmpty() ? "" : "; near to it: " + String.join(", ", near)));
    }
}
