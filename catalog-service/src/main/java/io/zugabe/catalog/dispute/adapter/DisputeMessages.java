package io.zugabe.catalog.dispute.adapter;

import com.google.protobuf.Timestamp;
import io.zugabe.catalog.dispute.domain.Decision;
import io.zugabe.catalog.dispute.domain.Dispute;
import io.zugabe.catalog.dispute.domain.MisfitReport;
import io.zugabe.catalog.dispute.domain.ProductPair;
import io.zugabe.catalog.live.domain.CatalogEntry;
import io.zugabe.catalog.live.domain.Placed;
import io.zugabe.catalog.statement.adapter.StatementMessages;
import io.zugabe.catalog.v1.Dispute.State;
import io.zugabe.catalog.v1.DisputeStep;
import io.zugabe.catalog.v1.MisfitReport.Reporter;
import java.time.Instant;

/** Disputes as messages: as they travel and as they are stored. */
public final class DisputeMessages {

    private DisputeMessages() {}

    /** A dispute with its etag, for callers. */
    public static io.zugabe.catalog.v1.Dispute toMessage(Placed<Dispute> placed) {
        return toMessage(placed.value()).toBuilder()
                .setEtag(CatalogEntry.etag(placed.position()))
                .build();
    }

    /** A dispute as it is stored. */
    static io.zugabe.catalog.v1.Dispute toMessage(Dispute dispute) {
        io.zugabe.catalog.v1.Dispute.Builder message = io.zugabe.catalog.v1.Dispute.newBuilder()
                .setDisputeId(dispute.id())
                .addProductIds(dispute.pair().one())
                .addProductIds(dispute.pair().other())
                .setState(toMessage(dispute.state()))
                .setReportCount(dispute.reportCount())
                .setReportedVerdict(StatementMessages.toMessage(dispute.reportedVerdict()))
                .addAllReportedEvidenceIds(dispute.reportedEvidence())
                .setCreateTime(toMessage(dispute.createTime()))
                .setUpdateTime(toMessage(dispute.updateTime()));
        dispute.reports().forEach(report -> message.addReports(toMessage(report)));
        dispute.history()
                .forEach(step -> message.addHistory(DisputeStep.newBuilder()
                        .setState(toMessage(step.state()))
                        .setCreateTime(toMessage(step.time()))
                        .setActor(step.actor())
                        .setReason(step.reason())));
        Decision decision = dispute.decision();
        if (decision != null) {
            message.setResolveTime(toMessage(decision.time()))
                    .setResolver(decision.actor())
                    .setReason(decision.reason());
        }
        return message.build();
    }

    /** A dispute from how it is stored. */
    public static Dispute toDispute(io.zugabe.catalog.v1.Dispute message) {
        return new Dispute(
                ProductPair.of(message.getProductIds(0), message.getProductIds(1)),
                toState(message.getState()),
                message.getReportsList().stream().map(DisputeMessages::toReport).toList(),
                message.getReportCount(),
                StatementMessages.toVerdict(message.getReportedVerdict()),
                message.getReportedEvidenceIdsList(),
                toInstant(message.getCreateTime()),
                toInstant(message.getUpdateTime()),
                message.hasResolveTime() ? decision(message) : null,
                message.getHistoryList().stream().map(DisputeMessages::toStep).toList());
    }

    /** A state that is set. */
    public static Dispute.State toState(State message) {
        return switch (message) {
            case STATE_OPEN -> Dispute.State.OPEN;
            case STATE_CONFIRMED -> Dispute.State.CONFIRMED;
            case STATE_LIFTED -> Dispute.State.LIFTED;
            case STATE_UNSPECIFIED, UNRECOGNIZED -> throw new IllegalArgumentException("no state");
        };
    }

    /** A reporter that is set. */
    public static MisfitReport.Reporter toReporter(Reporter message) {
        return switch (message) {
            case REPORTER_CUSTOMER -> MisfitReport.Reporter.CUSTOMER;
            case REPORTER_RETURN -> MisfitReport.Reporter.RETURN;
            case REPORTER_SERVICE_AGENT -> MisfitReport.Reporter.SERVICE_AGENT;
            case REPORTER_MERCHANDISER -> MisfitReport.Reporter.MERCHANDISER;
            case REPORTER_UNSPECIFIED, UNRECOGNIZED -> throw new IllegalArgumentException("no reporter");
        };
    }

    private static Decision decision(io.zugabe.catalog.v1.Dispute message) {
        return new Decision(message.getResolver(), message.getReason(), toInstant(message.getResolveTime()));
    }

    private static State toMessage(Dispute.State state) {
        return switch (state) {
            case OPEN -> State.STATE_OPEN;
            case CONFIRMED -> State.STATE_CONFIRMED;
            case LIFTED -> State.STATE_LIFTED;
        };
    }

    private static io.zugabe.catalog.v1.MisfitReport toMessage(MisfitReport report) {
        return io.zugabe.catalog.v1.MisfitReport.newBuilder()
                .setRequestId(report.requestId())
                .setReporter(
                        switch (report.reporter()) {
                            case CUSTOMER -> Reporter.REPORTER_CUSTOMER;
                            case RETURN -> Reporter.REPORTER_RETURN;
                            case SERVICE_AGENT -> Reporter.REPORTER_SERVICE_AGENT;
                            case MERCHANDISER -> Reporter.REPORTER_MERCHANDISER;
                        })
                .setReporterId(report.reporterId())
                .setComment(report.comment())
                .setCreateTime(toMessage(report.time()))
                .build();
    }

    private static MisfitReport toReport(io.zugabe.catalog.v1.MisfitReport message) {
        return new MisfitReport(
                message.getRequestId(),
                toReporter(message.getReporter()),
                message.getReporterId(),
                message.getComment(),
                toInstant(message.getCreateTime()));
    }

    private static Dispute.Step toStep(DisputeStep message) {
        return new Dispute.Step(
                toState(message.getState()),
                message.getActor(),
                message.getReason(),
                toInstant(message.getCreateTime()));
    }

    private static Timestamp toMessage(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }

    private static Instant toInstant(Timestamp message) {
        return Instant.ofEpochSecond(message.getSeconds(), message.getNanos());
    }
}
