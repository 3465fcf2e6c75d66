package io.zugabe.catalog.statement.adapter;

import io.zugabe.catalog.fit.domain.Limit;
import io.zugabe.catalog.fit.domain.MakerStatement;
import io.zugabe.catalog.fit.domain.Quantity;
import io.zugabe.catalog.fit.domain.Verdict;
import io.zugabe.catalog.product.adapter.ProductMessages;
import io.zugabe.catalog.relation.adapter.SelectorMessages;
import io.zugabe.common.v1.FitLimit;

/** Maker statements as messages: as they travel and as they are stored. */
public final class StatementMessages {

    private StatementMessages() {}

    /** A statement from a valid message. */
    public static MakerStatement toStatement(io.zugabe.catalog.v1.MakerStatement message) {
        return new MakerStatement(
                message.getStatementId(),
                message.getHostsList().stream()
                        .map(SelectorMessages::toSelector)
                        .toList(),
                message.getPartsList().stream()
                        .map(SelectorMessages::toSelector)
                        .toList(),
                toVerdict(message.getVerdict()),
                message.getLimitsList().stream().map(StatementMessages::toLimit).toList(),
                message.getProvenance(),
                ProductMessages.toText(message.getSentence()));
    }

    /** A statement as a message. */
    public static io.zugabe.catalog.v1.MakerStatement toMessage(MakerStatement statement) {
        io.zugabe.catalog.v1.MakerStatement.Builder message = io.zugabe.catalog.v1.MakerStatement.newBuilder()
                .setStatementId(statement.id())
                .setVerdict(toMessage(statement.verdict()))
                .setProvenance(statement.provenance());
        statement.hosts().forEach(selector -> message.addHosts(SelectorMessages.toMessage(selector)));
        statement.parts().forEach(selector -> message.addParts(SelectorMessages.toMessage(selector)));
        statement.limits().forEach(limit -> message.addLimits(toMessage(limit)));
        if (!statement.sentence().isEmpty()) {
            message.setSentence(ProductMessages.toMessage(statement.sentence()));
        }
        return message.build();
    }

    /** A limit as a message. */
    public static FitLimit toMessage(Limit limit) {
        FitLimit.Builder message = FitLimit.newBuilder()
                .setAttribute(limit.attribute())
                .setGot(limit.got())
                .setNeeded(limit.needed())
                .setSentence(ProductMessages.toMessage(limit.sentence()))
                .setLiftedByType(limit.liftedBy());
        Quantity.in(limit.got()).ifPresent(got -> message.setGotQuantity(toMessage(got)));
        Quantity.in(limit.needed()).ifPresent(needed -> message.setNeededQuantity(toMessage(needed)));
        return message.build();
    }

    private static io.zugabe.common.v1.Quantity toMessage(Quantity quantity) {
        return io.zugabe.common.v1.Quantity.newBuilder()
                .setValue(quantity.value().doubleValue())
                .setUnit(quantity.unit())
                .build();
    }

    /** A verdict as a message. */
    public static io.zugabe.common.v1.Verdict toMessage(Verdict verdict) {
        return switch (verdict) {
            case FITS -> io.zugabe.common.v1.Verdict.VERDICT_FITS;
            case FITS_WITH_LIMITS -> io.zugabe.common.v1.Verdict.VERDICT_FITS_WITH_LIMITS;
            case DOES_NOT_FIT -> io.zugabe.common.v1.Verdict.VERDICT_DOES_NOT_FIT;
            case UNKNOWN -> io.zugabe.common.v1.Verdict.VERDICT_UNKNOWN;
        };
    }

    /** A verdict that is set. */
    public static Verdict toVerdict(io.zugabe.common.v1.Verdict message) {
        return switch (message) {
            case VERDICT_FITS -> Verdict.FITS;
            case VERDICT_FITS_WITH_LIMITS -> Verdict.FITS_WITH_LIMITS;
            case VERDICT_DOES_NOT_FIT -> Verdict.DOES_NOT_FIT;
            case VERDICT_UNKNOWN -> Verdict.UNKNOWN;
            case VERDICT_UNSPECIFIED, UNRECOGNIZED -> throw new IllegalArgumentException("no verdict");
        };
    }

    private static Limit toLimit(FitLimit message) {
        return new Limit(
                message.getAttribute(),
                message.getGot(),
                message.getNeeded(),
                ProductMessages.toText(message.getSentence()),
                message.getLiftedByType());
    }
}
