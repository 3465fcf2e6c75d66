package io.zugabe.experiment.endpoint;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import io.zugabe.assignment.Assignment.Assigned;
import io.zugabe.assignment.Assignment.Reason;
import io.zugabe.assignment.Units;
import io.zugabe.experiment.domain.RunningSet.Outcome;
import io.zugabe.experiment.running.AssignVariant;
import io.zugabe.experiment.v1.AssignRequest;
import io.zugabe.experiment.v1.AssignResponse;
import io.zugabe.experiment.v1.Assignment;
import io.zugabe.experiment.v1.AssignmentService;
import io.zugabe.experiment.v1.NotAssigned;
import io.zugabe.kit.error.Violations;
import java.util.Map;
import java.util.Set;

/** Who sees which variant, over gRPC. */
@GrpcService
class AssignmentEndpoint implements AssignmentService {

    private static final int MOST_IDS = 1_000;

    private final AssignVariant assign;

    AssignmentEndpoint(AssignVariant assign) {
        this.assign = assign;
    }

    @Override
    public Uni<AssignResponse> assign(AssignRequest request) {
        requireValid(request);
        Units units = new Units(request.getCustomerId(), request.getVisitorId());
        Set<String> ids = Set.copyOf(request.getExperimentIdsList());
        return assign.assign(units, ids).map(arms -> response(arms, !ids.isEmpty()));
    }

    private static void requireValid(AssignRequest request) {
        Violations violations = Violations.ofRequest();
        if (request.getCustomerId().isEmpty() && request.getVisitorId().isEmpty()) {
            violations.add("customer_id", "is required unless visitor_id is given");
        }
        checkUnit(violations, "customer_id", request.getCustomerId());
        checkUnit(violations, "visitor_id", request.getVisitorId());
        if (violations.checkSize("experiment_ids", request.getExperimentIdsList(), 0, MOST_IDS)) {
            for (int i = 0; i < request.getExperimentIdsCount(); i++) {
                RequestFields.checkId(violations, "experiment_ids[" + i + "]", request.getExperimentIds(i));
            }
        }
        violations.throwIfAny();
    }

    private static void checkUnit(Violations violations, String field, String unit) {
        violations.check(
                unit.isEmpty() || Units.isValid(unit),
                field,
                unit,
                "must be 1 to 100 printable ASCII characters without spaces, because clients in different languages"
                        + " hash others differently; send a hash or a UUID of it");
    }

    private static AssignResponse response(AssignVariant.Arms arms, boolean byName) {
        AssignResponse.Builder response = AssignResponse.newBuilder();
        arms.outcomes().entrySet().forEach(entry -> add(response, entry, byName));
        arms.notRunning()
                .forEach(id -> response.addNotAssigned(notAssigned(id, NotAssigned.Reason.REASON_NOT_RUNNING)));
        return response.build();
    }

    private static void add(AssignResponse.Builder response, Map.Entry<String, Outcome> entry, boolean byName) {
        switch (entry.getValue().assignment()) {
            case Assigned assigned ->
                response.addAssignments(Assignment.newBuilder()
                        .setExperimentId(entry.getKey())
                        .setArmId(assigned.arm().id())
                        .setArmIndex(assigned.armIndex())
                        .putAllParameters(assigned.arm().parameters())
                        .setSaltVersion(entry.getValue().saltVersion()));
            case io.zugabe.assignment.Assignment.NotAssigned not -> {
                if (byName) {
                    response.addNotAssigned(notAssigned(entry.getKey(), reason(not.reason())));
                }
            }
        }
    }

    private static NotAssigned notAssigned(String experimentId, NotAssigned.Reason reason) {
        return NotAssigned.newBuilder()
                .setExperimentId(experimentId)
                .setReason(reason)
                .build();
    }

    private static NotAssigned.Reason reason(Reason reason) {
        return switch (reason) {
            case OUTSIDE_LAYER_RANGE -> NotAssigned.Reason.REASON_OUTSIDE_LAYER_RANGE;
            case OUTSIDE_COVERAGE -> NotAssigned.Reason.REASON_OUTSIDE_COVERAGE;
            case NO_UNIT -> NotAssigned.Reason.REASON_NO_UNIT;
        };
    }
}
