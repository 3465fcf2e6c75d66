package io.zugabe.catalog.rule.adapter;

import com.google.protobuf.Timestamp;
import io.zugabe.catalog.fit.domain.Certainty;
import io.zugabe.catalog.product.adapter.ProductMessages;
import io.zugabe.catalog.rule.domain.RuleText;
import io.zugabe.catalog.rule.domain.RuleText.LimitText;
import io.zugabe.catalog.rule.domain.RuleText.SentenceTexts;
import io.zugabe.catalog.rule.domain.RuleVersion;
import io.zugabe.catalog.rule.domain.StatedRule;
import io.zugabe.catalog.v1.Rule;
import io.zugabe.catalog.v1.Rule.State;
import io.zugabe.catalog.v1.RuleLimit;
import java.time.Instant;

/** Rules as they are written, as messages: as they travel and as they are stored. */
public final class StatedRuleMessages {

    private StatedRuleMessages() {}

    /** A rule from a valid message. */
    public static StatedRule toRule(Rule message, String version) {
        RuleText text = new RuleText(
                message.getRuleId(),
                message.getHostType(),
                message.getPartType(),
                message.getApplies().isBlank() ? "true" : message.getApplies(),
                message.getFits(),
                message.getLimitsList().stream()
                        .map(StatedRuleMessages::toLimit)
                        .toList(),
                new SentenceTexts(
                        ProductMessages.toText(message.getFitsSentence()),
                        ProductMessages.toText(message.getDoesNotFitSentence()),
                        ProductMessages.toText(message.getUnknownSentence())),
                message.getProvenance(),
                toCertainty(message.getCertainty()),
                message.getLiftedByType());
        return new StatedRule(
                text,
                version,
                message.getTestsList().stream().map(TestMessages::toTest).toList());
    }

    /** A version from a message that {@link #toMessage(RuleVersion)} made. */
    public static RuleVersion toVersion(Rule message) {
        return new RuleVersion(
                toRule(message, message.getVersion()),
                number(message.getVersion()),
                toState(message.getState()),
                message.getReplaces().isEmpty() ? 0 : number(message.getReplaces()),
                toInstant(message.getCreateTime()),
                message.getCreator(),
                message.hasPublishTime() ? toInstant(message.getPublishTime()) : null);
    }

    /** A version with its tests. */
    public static Rule toMessage(RuleVersion version) {
        Rule.Builder message = toMessage(version.rule())
                .setState(toMessage(version.state()))
                .setReplaces(version.replaces() == 0 ? "" : RuleVersion.nameOf(version.replaces()))
                .setCreateTime(toMessage(version.createTime()))
                .setCreator(version.creator());
        Instant published = version.publishTime();
        if (published != null) {
            message.setPublishTime(toMessage(published));
        }
        return message.build();
    }

    /** A rule with its tests. */
    public static Rule.Builder toMessage(StatedRule rule) {
        RuleText text = rule.text();
        Rule.Builder message = Rule.newBuilder()
                .setRuleId(text.id())
                .setVersion(rule.version())
                .setHostType(text.hostType())
                .setPartType(text.partType())
                .setApplies(text.applies().equals("true") ? "" : text.applies())
                .setFits(text.fits())
                .setFitsSentence(ProductMessages.toMessage(text.sentences().fits()))
                .setDoesNotFitSentence(
                        ProductMessages.toMessage(text.sentences().doesNotFit()))
                .setUnknownSentence(ProductMessages.toMessage(text.sentences().unknown()))
                .setProvenance(text.provenance())
                .setCertainty(toMessage(text.certainty()))
                .setLiftedByType(text.liftedBy());
        text.limits().forEach(limit -> message.addLimits(toMessage(limit)));
        rule.tests().forEach(test -> message.addTests(TestMessages.toMessage(test)));
        return message;
    }

    /** A time as a message. */
    public static Timestamp toMessage(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }

    private static LimitText toLimit(RuleLimit message) {
        return new LimitText(
                message.getWhen(),
                message.getAttribute(),
                message.getGot(),
                message.getNeeded(),
                message.getUnit(),
                ProductMessages.toText(message.getSentence()),
                message.getLiftedByType());
    }

    private static RuleLimit toMessage(LimitText limit) {
        return RuleLimit.newBuilder()
                .setWhen(limit.when())
                .setAttribute(limit.attribute())
                .setGot(limit.got())
                .setNeeded(limit.needed())
                .setUnit(limit.unit())
                .setSentence(ProductMessages.toMessage(limit.sentence()))
                .setLiftedByType(limit.liftedBy())
                .build();
    }

    private static int number(String version) {
        return Integer.parseInt(version, 1, version.length(), 10);
    }

    private static Instant toInstant(Timestamp time) {
        return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    }

    private static Rule.Certainty toMessage(Certainty certainty) {
        return switch (certainty) {
            case DOCUMENTED -> Rule.Certainty.CERTAINTY_DOCUMENTED;
            case KNOWN -> Rule.Certainty.CERTAINTY_KNOWN;
            case HEARSAY -> Rule.Certainty.CERTAINTY_HEARSAY;
        };
    }

    private static Certainty toCertainty(Rule.Certainty message) {
        return switch (message) {
            case CERTAINTY_DOCUMENTED -> Certainty.DOCUMENTED;
            case CERTAINTY_KNOWN, CERTAINTY_UNSPECIFIED, UNRECOGNIZED -> Certainty.KNOWN;
            case CERTAINTY_HEARSAY -> Certainty.HEARSAY;
        };
    }

    private static State toMessage(RuleVersion.State state) {
        return switch (state) {
            case DRAFT -> State.STATE_DRAFT;
            case IN_FORCE -> State.STATE_IN_FORCE;
            case SUPERSEDED -> State.STATE_SUPERSEDED;
        };
    }

    private static RuleVersion.State toState(State message) {
        return switch (message) {
            case STATE_DRAFT -> RuleVersion.State.DRAFT;
            case STATE_IN_FORCE -> RuleVersion.State.IN_FORCE;
            case STATE_SUPERSEDED -> RuleVersion.State.SUPERSEDED;
            case STATE_UNSPECIFIED, UNRECOGNIZED -> throw new IllegalArgumentException("no state");
        };
    }
}
