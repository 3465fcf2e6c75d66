package io.zugabe.recommendation.decision.adapter;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import io.zugabe.common.v1.Evidence;
import io.zugabe.common.v1.FitLimit;
import io.zugabe.common.v1.LocalizedText;
import io.zugabe.common.v1.Quantity;
import io.zugabe.recommendation.decision.DecisionRecord;
import io.zugabe.recommendation.decision.domain.Offer;
import io.zugabe.recommendation.v1.Fit;
import io.zugabe.recommendation.v1.Reason;
import io.zugabe.recommendation.v1.RecommendResponse;
import io.zugabe.recommendation.v1.Timing;
import java.util.List;

/**
 * The offers of a reply as bytes. To make a message of each offer, with a map for each sentence and each count, and then to
 * encode it takes as long as a whole stage of the decision; what is sent is the same. {@link OfferWriter} is the slow twin: a
 * test holds that both say the same, and what offers seldom have is left to it.
 */
final class OfferBytes {

    private static final ThreadLocal<OfferBytes> WRITERS = ThreadLocal.withInitial(OfferBytes::new);

    private static final int KEY = 1;
    private static final int VALUE = 2;

    private final WireBuffer out = new WireBuffer();

    private OfferBytes() {}

    /** As fields that a reply does not know by their names, but whoever reads it does. */
    static UnknownFieldSet of(DecisionRecord decided) {
        List<Offer> offers = decided.decision().offers();
        if (offers.isEmpty()) {
            return UnknownFieldSet.getDefaultInstance();
        }
        OfferBytes writer = WRITERS.get();
        UnknownFieldSet.Field.Builder field = UnknownFieldSet.Field.newBuilder();
        for (int i = 0; i < offers.size(); i++) {
            field.addLengthDelimited(writer.encoded(
                    offers.get(i), decided.request().locale(), decided.tokens().get(i)));
        }
        return UnknownFieldSet.newBuilder()
                .addField(RecommendResponse.OFFERS_FIELD_NUMBER, field.build())
                .build();
    }

    private ByteString encoded(Offer offer, String locale, String token) {
        if (!offer.extras().equals(Offer.Extras.NONE) || offer.promise().isPresent()) {
            return OfferWriter.offer(offer, locale, token).toByteString();
        }
        out.clear();
        offer(offer, locale, token);
        return out.bytes();
    }

    private void offer(Offer offer, String locale, String token) {
        out.text(
                io.zugabe.recommendation.v1.Offer.PRODUCT_ID_FIELD_NUMBER,
                offer.product().id());
        out.text(
                io.zugabe.recommendation.v1.Offer.NAME_FIELD_NUMBER,
                offer.product().name().in(locale));
        out.integer(io.zugabe.recommendation.v1.Offer.KIND_FIELD_NUMBER, OfferWriter.number(offer.kind()));
        out.integer(io.zugabe.recommendation.v1.Offer.RANK_FIELD_NUMBER, offer.rank());
        for (String id : offer.complements()) {
            out.requiredText(io.zugabe.recommendation.v1.Offer.FOR_PRODUCT_IDS_FIELD_NUMBER, id);
        }
        if (offer.fit().isPresent()) {
            fit(offer.fit().get());
        }
        for (Offer.Reason reason : offer.reasons()) {
            reason(reason);
        }
        out.blob(
                io.zugabe.recommendation.v1.Offer.PRICE_FIELD_NUMBER,
                MoneyMapping.message(offer.price()).toByteArray());
        timing(offer);
        out.text(io.zugabe.recommendation.v1.Offer.NEED_FIELD_NUMBER, offer.need());
        out.number(io.zugabe.recommendation.v1.Offer.VALUE_FIELD_NUMBER, offer.value());
        out.text(io.zugabe.recommendation.v1.Offer.TRACKING_TOKEN_FIELD_NUMBER, token);
    }

    private void timing(Offer offer) {
        if (offer.after().isPresent() || offer.moment().isPresent()) {
            Timing timing = OfferWriter.timing(offer);
            out.blob(io.zugabe.recommendation.v1.Offer.TIMING_FIELD_NUMBER, timing.toByteArray());
        } else {
            out.end(out.begin(io.zugabe.recommendation.v1.Offer.TIMING_FIELD_NUMBER));
        }
    }

    private void fit(Offer.ShownFit fit) {
        int begin = out.begin(io.zugabe.recommendation.v1.Offer.FIT_FIELD_NUMBER);
        out.integer(Fit.VERDICT_FIELD_NUMBER, OfferWriter.number(fit.verdict()));
        for (io.zugabe.recommendation.replica.domain.FitLimit limit : fit.limits()) {
            limit(limit);
        }
        for (io.zugabe.recommendation.replica.domain.Evidence evidence : fit.evidence()) {
            evidence(Fit.EVIDENCE_FIELD_NUMBER, evidence);
        }
        out.text(Fit.HOST_PRODUCT_ID_FIELD_NUMBER, fit.hostId());
        out.end(begin);
    }

    private void limit(io.zugabe.recommendation.replica.domain.FitLimit limit) {
        int begin = out.begin(Fit.LIMITS_FIELD_NUMBER);
        out.text(FitLimit.ATTRIBUTE_FIELD_NUMBER, limit.attribute());
        out.text(FitLimit.GOT_FIELD_NUMBER, limit.got());
        out.text(FitLimit.NEEDED_FIELD_NUMBER, limit.needed());
        text(FitLimit.SENTENCE_FIELD_NUMBER, limit.sentence());
        if (limit.gotQuantity() != null) {
            quantity(FitLimit.GOT_QUANTITY_FIELD_NUMBER, limit.gotQuantity());
        }
        if (limit.neededQuantity() != null) {
            quantity(FitLimit.NEEDED_QUANTITY_FIELD_NUMBER, limit.neededQuantity());
        }
        out.end(begin);
    }

    private void quantity(int field, io.zugabe.recommendation.replica.domain.FitLimit.Quantity quantity) {
        int begin = out.begin(field);
        out.number(Quantity.VALUE_FIELD_NUMBER, quantity.value());
        out.text(Quantity.UNIT_FIELD_NUMBER, quantity.unit());
        out.end(begin);
    }

    private void reason(Offer.Reason reason) {
        int begin = out.begin(io.zugabe.recommendation.v1.Offer.REASONS_FIELD_NUMBER);
        out.integer(Reason.CODE_FIELD_NUMBER, OfferWriter.number(reason.code()));
        out.text(Reason.TEXT_FIELD_NUMBER, reason.text());
        evidence(Reason.EVIDENCE_FIELD_NUMBER, reason.evidence());
        out.end(begin);
    }

    private void evidence(int field, io.zugabe.recommendation.replica.domain.Evidence evidence) {
        int begin = out.begin(field);
        out.integer(Evidence.SOURCE_FIELD_NUMBER, OfferWriter.number(evidence.source()));
        out.text(Evidence.ID_FIELD_NUMBER, evidence.id());
        evidence.attributes().forEach((key, value) -> entry(Evidence.ATTRIBUTES_FIELD_NUMBER, key, value));
        text(Evidence.SENTENCE_FIELD_NUMBER, evidence.sentence());
        evidence.numbers().forEach(this::number);
        out.end(begin);
    }

    private void number(String key, double value) {
        int begin = out.begin(Evidence.NUMBERS_FIELD_NUMBER);
        out.requiredText(KEY, key);
        out.requiredNumber(VALUE, value);
        out.end(begin);
    }

    private void text(int field, io.zugabe.recommendation.replica.domain.LocalizedText text) {
        int begin = out.begin(field);
        text.texts().forEach((locale, sentence) -> entry(LocalizedText.TEXTS_FIELD_NUMBER, locale, sentence));
        out.end(begin);
    }

    private void entry(int field, String key, String value) {
        int begin = out.begin(field);
        out.requiredText(KEY, key);
        out.requiredText(VALUE, value);
        out.end(begin);
    }
}
