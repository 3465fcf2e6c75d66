package io.zugabe.recommendation.decision.adapter;

import com.google.protobuf.Duration;
import io.zugabe.recommendation.decision.DecisionRecord;
import io.zugabe.recommendation.decision.domain.Decision;
import io.zugabe.recommendation.decision.domain.Offer;
import io.zugabe.recommendation.decision.domain.ShippingGap;
import io.zugabe.recommendation.decision.domain.StageTrace;
import io.zugabe.recommendation.experiments.domain.AppliedArm;
import io.zugabe.recommendation.v1.ArmApplied;
import io.zugabe.recommendation.v1.CandidateTrace;
import io.zugabe.recommendation.v1.DecisionTrace;
import io.zugabe.recommendation.v1.RecommendResponse;
import io.zugabe.recommendation.v1.Silence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Decisions as they are sent and explained. */
public final class DecisionWriter {

    private DecisionWriter() {}

    /** The reply to the caller, to be sent and not to be read: its offers are encoded already. */
    public static RecommendResponse reply(DecisionRecord decided) {
        return withoutOffers(decided).setUnknownFields(OfferBytes.of(decided)).build();
    }

    /** The reply to the caller. */
    public static RecommendResponse response(DecisionRecord decided) {
        RecommendResponse.Builder message = withoutOffers(decided);
        List<Offer> offers = decided.decision().offers();
        for (int i = 0; i < offers.size(); i++) {
            message.addOffers(OfferWriter.offer(
                    offers.get(i), decided.request().locale(), decided.tokens().get(i)));
        }
        return message.build();
    }

    private static RecommendResponse.Builder withoutOffers(DecisionRecord decided) {
        Decision decision = decided.decision();
        RecommendResponse.Builder message = RecommendResponse.newBuilder()
                .setDecisionId(decided.id().toString())
                .setModelVersion(decided.model())
                .addAllUnknownProductIds(decision.unknown())
                .addAllAdvice(decision.advice());
        String locale = decided.request().locale();
        decision.shippingGap()
                .ifPresent(gap -> message.setShippingGap(
                        gap(gap, locale, decided.tokens(), decision.offers().size())));
        decision.silence().ifPresent(silence -> message.setSilence(silence(silence, decision.quietUntil())));
        decided.arms().forEach(arm -> message.addArms(arm(arm)));
        decision.campaigns().forEach(arm -> message.addArms(arm(arm)));
        return message;
    }

    private static io.zugabe.recommendation.v1.ShippingGap gap(
            ShippingGap gap, String locale, List<String> tokens, int first) {
        io.zugabe.recommendation.v1.ShippingGap.Builder message = io.zugabe.recommendation.v1.ShippingGap.newBuilder()
                .setFreeFrom(MoneyMapping.message(gap.freeFrom()))
                .setMissing(MoneyMapping.message(gap.missing()));
        for (int i = 0; i < gap.offers().size(); i++) {
            message.addOffers(OfferWriter.offer(gap.offers().get(i), locale, tokens.get(first + i)));
        }
        return message.build();
    }

    /** The explanation. */
    public static DecisionTrace trace(DecisionRecord decided) {
        DecisionTrace.Builder message = DecisionTrace.newBuilder()
                .setDecisionId(decided.id().toString())
                .setDecideTime(RequestWriter.timestamp(decided.time()))
                .setDecideDuration(Duration.newBuilder()
                        .setSeconds(decided.took().toSeconds())
                        .setNanos(decided.took().toNanosPart()))
                .setRequest(RequestWriter.request(decided.request()))
                .setResponse(response(decided))
                .setProfileVersion(decided.profileVersion());
        decided.decision().stages().forEach(stage -> message.addStages(stage(stage)));
        return message.build();
    }

    private static Silence silence(io.zugabe.recommendation.decision.domain.Silence silence, Optional<Instant> until) {
        Silence.Builder message = Silence.newBuilder()
                .setReason(Silence.Reason.valueOf("REASON_" + silence.name()))
                .setDescription(silence.description());
        until.ifPresent(time -> message.setUntilTime(RequestWriter.timestamp(time)));
        return message.build();
    }

    private static ArmApplied arm(AppliedArm arm) {
        return ArmApplied.newBuilder()
                .setExperimentId(arm.experiment())
                .setArmId(arm.arm())
                .setSaltVersion(arm.saltVersion())
                .putAllParameters(arm.parameters())
                .build();
    }

    private static io.zugabe.recommendation.v1.StageTrace stage(StageTrace stage) {
        io.zugabe.recommendation.v1.StageTrace.Builder message = io.zugabe.recommendation.v1.StageTrace.newBuilder()
                .setStage(stage.stage())
                .setEntered(stage.entered())
                .setLeft(stage.left())
                .addAllNotes(stage.notes());
        stage.candidates().forEach(candidate -> message.addCandidates(candidate(candidate)));
        return message.build();
    }

    private static CandidateTrace candidate(StageTrace.CandidateTrace candidate) {
        return CandidateTrace.newBuilder()
                .setProductId(candidate.productId())
                .setPassed(candidate.passed())
                .setCode(candidate.code())
                .setDetail(candidate.detail())
                .putAllNumbers(candidate.numbers())
                .build();
    }
}
