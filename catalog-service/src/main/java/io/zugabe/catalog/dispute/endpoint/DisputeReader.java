package io.zugabe.catalog.dispute.endpoint;

import io.zugabe.catalog.dispute.adapter.DisputeMessages;
import io.zugabe.catalog.dispute.domain.Dispute;
import io.zugabe.catalog.dispute.domain.MisfitReport;
import io.zugabe.catalog.product.endpoint.Fields;
import io.zugabe.catalog.v1.ListDisputesRequest;
import io.zugabe.catalog.v1.MisfitReport.Reporter;
import io.zugabe.catalog.v1.ReportMisfitRequest;
import io.zugabe.catalog.v1.ResolveDisputeRequest;
import io.zugabe.kit.error.Violations;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads what is asked about disputes, and refuses what is wrong. */
final class DisputeReader {

    private static final Pattern PSEUDONYM = Pattern.compile("[^\\p{Cc}]{0,100}");
    private static final int LONGEST_TEXT = 1_000;
    private static final int MOST_STATES = 3;

    private static final String REPORTERS = Arrays.stream(Reporter.values())
            .filter(reporter -> reporter != Reporter.REPORTER_UNSPECIFIED && reporter != Reporter.UNRECOGNIZED)
            .map(Reporter::name)
            .collect(Collectors.joining(", "));

    private DisputeReader() {}

    /** Refuses a report that is wrong. */
    static void check(ReportMisfitRequest request) {
        Violations violations = Violations.ofRequest();
        String anchor = request.getAnchorProductId();
        String candidate = request.getCandidateProductId();
        boolean named = Fields.checkId(violations, "anchor_product_id", anchor)
                & Fields.checkId(violations, "candidate_product_id", candidate);
        violations.check(
                !named || !anchor.equals(candidate),
                "candidate_product_id",
                candidate,
                "is the anchor itself; name two products");
        Fields.checkId(violations, "request_id", request.getRequestId());
        violations.check(
                request.getReporter() != Reporter.REPORTER_UNSPECIFIED
                        && request.getReporter() != Reporter.UNRECOGNIZED,
                "reporter",
                request.getReporterValue(),
                "is no reporter; say who reports: " + REPORTERS);
        violations.checkPattern(
                "reporter_id",
                request.getReporterId(),
                PSEUDONYM,
                "must be at most 100 characters, no control characters");
        violations.checkLength("comment", request.getComment(), 0, LONGEST_TEXT);
        violations.throwIfAny();
    }

    /** A report that was checked. */
    static MisfitReport toReport(ReportMisfitRequest request, Instant now) {
        return new MisfitReport(
                request.getRequestId(),
                DisputeMessages.toReporter(request.getReporter()),
                request.getReporterId(),
                request.getComment(),
                now);
    }

    /** The states asked for; all if none is named. */
    static Set<Dispute.State> states(ListDisputesRequest request, Violations violations) {
        violations.checkSize("states", request.getStatesList(), 0, MOST_STATES);
        Set<Dispute.State> states = EnumSet.noneOf(Dispute.State.class);
        for (int i = 0; i < request.getStatesCount(); i++) {
            switch (request.getStates(i)) {
                case STATE_UNSPECIFIED, UNRECOGNIZED ->
                    violations.add("states[" + i + "]", "\"" + request.getStatesValue(i) + "\" is no state");
                case STATE_OPEN, STATE_CONFIRMED, STATE_LIFTED ->
                    states.add(DisputeMessages.toState(request.getStates(i)));
            }
        }
        return request.getStatesCount() == 0 ? EnumSet.allOf(Dispute.State.class) : states;
    }

    /** The state that a decision leads to; refuses a decision that is wrong. */
    static Dispute.State settled(ResolveDisputeRequest request) {
        Violations violations = Violations.ofRequest();
        Fields.checkId(violations, "dispute_id", request.getDisputeId());
        violations.checkLength("reason", request.getReason(), 1, LONGEST_TEXT);
        Dispute.State settled = switch (request.getResolution()) {
            case RESOLUTION_CONFIRM -> Dispute.State.CONFIRMED;
            case RESOLUTION_LIFT -> Dispute.State.LIFTED;
            case RESOLUTION_UNSPECIFIED, UNRECOGNIZED -> {
                violations.add(
                        "resolution", "\"" + request.getResolutionValue() + "\" is no decision; CONFIRM or LIFT");
                yield Dispute.State.OPEN;
            }
        };
        violations.throwIfAny();
        return settled;
    }
}
