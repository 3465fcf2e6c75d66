package io.zugabe.catalog.relation.adapter;

import io.zugabe.catalog.product.adapter.ProductMessages;
import io.zugabe.catalog.relation.PricedRelation;
import io.zugabe.catalog.relation.domain.Bundle;
import io.zugabe.catalog.relation.domain.Condition;
import io.zugabe.catalog.relation.domain.Relation;
import io.zugabe.catalog.v1.Relation.Origin;
import io.zugabe.catalog.v1.Relation.Timing;
import java.time.Duration;
import java.time.Instant;

/** Relations as messages: as they travel and as they are stored. */
public final class RelationMessages {

    private static final Duration DEFAULT_DELAY = Duration.ofDays(7);
    private static final double DEFAULT_STRENGTH = 0.5;

    private RelationMessages() {}

    /** A relation from a valid message, defaults filled in. */
    public static Relation toRelation(io.zugabe.catalog.v1.Relation message) {
        boolean after = message.getTiming() == Timing.TIMING_AFTER;
        Duration delay = message.hasDelay()
                ? Duration.ofSeconds(
                        message.getDelay().getSeconds(), message.getDelay().getNanos())
                : DEFAULT_DELAY;
        return new Relation(
                message.getRelationId(),
                SelectorMessages.toSelector(message.getAnchor()),
                SelectorMessages.toSelector(message.getComplement()),
                message.getNeed(),
                after ? Relation.Timing.AFTER : Relation.Timing.BEFORE,
                after ? delay : null,
                message.getStrength() == 0 ? DEFAULT_STRENGTH : message.getStrength(),
                message.getOrigin() == Origin.ORIGIN_SUPPLIER ? Relation.Origin.SUPPLIER : Relation.Origin.MERCHANDISER,
                ProductMessages.toText(message.getReason()),
                TermMessages.toKind(message.getKind()),
                TermMessages.toCondition(message.getCondition()),
                message.hasValidFromTime() ? TermMessages.toInstant(message.getValidFromTime()) : null,
                message.hasValidUntilTime() ? TermMessages.toInstant(message.getValidUntilTime()) : null,
                message.hasBundle() ? TermMessages.toBundle(message.getBundle()) : null);
    }

    /** A relation as a message. */
    public static io.zugabe.catalog.v1.Relation toMessage(Relation relation) {
        io.zugabe.catalog.v1.Relation.Builder message = io.zugabe.catalog.v1.Relation.newBuilder()
                .setRelationId(relation.id())
                .setAnchor(SelectorMessages.toMessage(relation.anchor()))
                .setComplement(SelectorMessages.toMessage(relation.complement()))
                .setNeed(relation.need())
                .setTiming(
                        switch (relation.timing()) {
                            case BEFORE -> Timing.TIMING_BEFORE;
                            case AFTER -> Timing.TIMING_AFTER;
                        })
                .setStrength(relation.strength())
                .setOrigin(
                        switch (relation.origin()) {
                            case MERCHANDISER -> Origin.ORIGIN_MERCHANDISER;
                            case SUPPLIER -> Origin.ORIGIN_SUPPLIER;
                        });
        Duration delay = relation.delay();
        if (delay != null) {
            message.setDelay(com.google.protobuf.Duration.newBuilder()
                    .setSeconds(delay.toSeconds())
                    .setNanos(delay.toNanosPart()));
        }
        if (!relation.reason().isEmpty()) {
            message.setReason(ProductMessages.toMessage(relation.reason()));
        }
        addTerms(message, relation);
        return message.build();
    }

    /** A relation as a message, with what it saves as a bundle. */
    public static io.zugabe.catalog.v1.Relation toMessage(PricedRelation priced) {
        io.zugabe.catalog.v1.Relation.Builder message = toMessage(priced.relation()).toBuilder();
        priced.saving().ifPresent(saving -> message.getBundleBuilder().setSaving(ProductMessages.toMessage(saving)));
        return message.build();
    }

    private static void addTerms(io.zugabe.catalog.v1.Relation.Builder message, Relation relation) {
        message.setKind(TermMessages.toMessage(relation.kind()));
        if (!relation.condition().equals(Condition.ANY)) {
            message.setCondition(TermMessages.toMessage(relation.condition()));
        }
        Instant validFrom = relation.validFrom();
        if (validFrom != null) {
            message.setValidFromTime(TermMessages.toMessage(validFrom));
        }
        Instant validUntil = relation.validUntil();
        if (validUntil != null) {
            message.setValidUntilTime(TermMessages.toMessage(validUntil));
        }
        Bundle bundle = relation.bundle();
        if (bundle != null) {
            message.setBundle(TermMessages.toMessage(bundle));
        }
    }
}
