package io.zugabe.experiment.endpoint;

import io.zugabe.experiment.v1.ListAuditEntriesRequest;
import io.zugabe.kit.error.Violations;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which page of an experiment's audit is asked for.
 *
 * @param size entries per page
 * @param before only entries with smaller ids
 */
record AuditRequest(String experimentId, int size, long before) {

    private static final int USUAL_SIZE = 50;
    private static final int LARGEST_SIZE = 1_000;
    private static final Pattern TOKEN = Pattern.compile("v1/([a-z0-9-]{1,60})/([0-9]{1,18})");

    static AuditRequest read(ListAuditEntriesRequest request) {
        Violations violations = Violations.ofRequest();
        String id = request.getExperimentId();
        RequestFields.checkId(violations, "experiment_id", id);
        violations.checkRange("page_size", request.getPageSize(), 0, LARGEST_SIZE);
        long before = Long.MAX_VALUE;
        if (!request.getPageToken().isEmpty()) {
            Matcher matcher = TOKEN.matcher(RequestFields.decoded(request.getPageToken()));
            if (matcher.matches() && matcher.group(1).equals(id)) {
                before = Long.parseLong(matcher.group(2));
            } else {
                violations.check(
                        false,
                        "page_token",
                        request.getPageToken(),
                        "is not a token of a previous page of the same list");
            }
        }
        violations.throwIfAny();
        return new AuditRequest(id, request.getPageSize() == 0 ? USUAL_SIZE : request.getPageSize(), before);
    }

    /** The token of the page behind an entry. */
    String tokenAfter(long lastId) {
        return RequestFields.encoded("v1/" + experimentId + "/" + lastId);
    }
}
