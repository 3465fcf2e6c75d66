package io.zugabe.segmentation.treatment.adapter;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import io.zugabe.segmentation.segment.adapter.DefinitionMessages;
import io.zugabe.segmentation.treatment.domain.PolicyVersion;
import io.zugabe.segmentation.treatment.domain.QuietTimes;
import io.zugabe.segmentation.treatment.domain.TreatmentRule;
import io.zugabe.segmentation.v1.TreatmentPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Policies as they are sent and stored. */
@ApplicationScoped
public class PolicyMessages {

    private final EffectMessages effects;

    public PolicyMessages(@ConfigProperty(name = "zugabe.shop.currency") String currency) {
        this.effects = new EffectMessages(currency);
    }

    /** To be sent. */
    public TreatmentPolicy message(PolicyVersion policy) {
        TreatmentPolicy.Builder message = TreatmentPolicy.newBuilder()
                .setVersion(policy.number())
                .setDismissedQuiet(message(policy.quietTimes().dismissed()))
                .setBoughtQuiet(message(policy.quietTimes().bought()))
                .setNote(policy.note())
                .setEtag(Integer.toString(policy.number()))
                .setAuthor(policy.author());
        policy.createTime().ifPresent(time -> message.setCreateTime(timestamp(time)));
        policy.rules().forEach(rule -> message.addRules(message(rule)));
        return message.build();
    }

    private io.zugabe.segmentation.v1.TreatmentRule message(TreatmentRule rule) {
        io.zugabe.segmentation.v1.TreatmentRule.Builder message = io.zugabe.segmentation.v1.TreatmentRule.newBuilder()
                .setRuleId(rule.id())
                .setDescription(DefinitionMessages.message(rule.description()))
                .setWhenUnknown(rule.whenUnknown())
                .setReasonCode(rule.reasonCode())
                .setEffects(effects.message(rule.effects()));
        switch (rule.who()) {
            case TreatmentRule.Who.Members(String segmentId) -> message.setSegmentId(segmentId);
            case TreatmentRule.Who.Matching(String expression) -> message.setExpression(expression);
        }
        return message.build();
    }

    /** As received or stored; checked already. */
    public PolicyVersion policy(TreatmentPolicy message) {
        QuietTimes quiet = new QuietTimes(
                message.hasDismissedQuiet() ? duration(message.getDismissedQuiet()) : QuietTimes.DEFAULT.dismissed(),
                message.hasBoughtQuiet() ? duration(message.getBoughtQuiet()) : QuietTimes.DEFAULT.bought());
        return new PolicyVersion(
                message.getVersion(),
                message.getRulesList().stream().map(this::rule).toList(),
                quiet,
                message.getNote(),
                message.getAuthor(),
                message.hasCreateTime() ? Optional.of(instant(message.getCreateTime())) : Optional.empty());
    }

    private TreatmentRule rule(io.zugabe.segmentation.v1.TreatmentRule message) {
        TreatmentRule.Who who = message.hasSegmentId()
                ? new TreatmentRule.Who.Members(message.getSegmentId())
                : new TreatmentRule.Who.Matching(message.getExpression());
        return new TreatmentRule(
                message.getRuleId(),
                DefinitionMessages.text(message.getDescription()),
                who,
                message.getWhenUnknown(),
                message.getReasonCode(),
                effects.effects(message.getEffects()));
    }

    static Duration message(java.time.Duration duration) {
        return Duration.newBuilder()
                .setSeconds(duration.getSeconds())
                .setNanos(duration.getNano())
                .build();
    }

    static java.time.Duration duration(Duration message) {
        return java.time.Duration.ofSeconds(message.getSeconds(), message.getNanos());
    }

    static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }

    private static Instant instant(Timestamp message) {
        return Instant.ofEpochSecond(message.getSeconds(), message.getNanos());
    }
}
