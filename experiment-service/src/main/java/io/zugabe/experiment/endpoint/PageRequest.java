package io.zugabe.experiment.endpoint;

import io.zugabe.experiment.domain.State;
import io.zugabe.experiment.v1.Experiment;
import io.zugabe.experiment.v1.ListExperimentsRequest;
import io.zugabe.kit.error.Violations;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which page is asked for.
 *
 * @param size experiments per page
 * @param after the last id of the page before; empty for the first page
 * @param state only experiments in this state; null for all
 */
record PageRequest(int size, String after, @Nullable State state) {

    private static final int USUAL_SIZE = 50;
    private static final int LARGEST_SIZE = 1_000;

    /** A token carries the filter, so that it cannot be used with another one by mistake. */
    private static final Pattern TOKEN = Pattern.compile("v1/([A-Z_]*)/([a-z0-9-]{1,60})");

    static PageRequest read(ListExperimentsRequest request) {
        Violations violations = Violations.ofRequest();
        violations.checkRange("page_size", request.getPageSize(), 0, LARGEST_SIZE);
        violations.check(
                request.getState() != Experiment.State.UNRECOGNIZED,
                "state",
                request.getStateValue(),
                "must be a state of an experiment");
        violations.throwIfAny();
        State state = ExperimentMessages.state(request.getState());
        String after = request.getPageToken().isEmpty() ? "" : after(violations, request.getPageToken(), state);
        violations.throwIfAny();
        return new PageRequest(request.getPageSize() == 0 ? USUAL_SIZE : request.getPageSize(), after, state);
    }

    /** The token of the page behind an experiment. */
    String tokenAfter(String lastId) {
        return RequestFields.encoded("v1/" + filter(state) + "/" + lastId);
    }

    private static String after(Violations violations, String token, @Nullable State state) {
        Matcher matcher = TOKEN.matcher(RequestFields.decoded(token));
        if (matcher.matches() && matcher.group(1).equals(filter(state))) {
            return matcher.group(2);
        }
        violations.check(false, "page_token", token, "is not a token of a previous page of the same list");
        return "";
    }

    private static String filter(@Nullable State state) {
        return state == null ? "" : state.name();
    }
}
