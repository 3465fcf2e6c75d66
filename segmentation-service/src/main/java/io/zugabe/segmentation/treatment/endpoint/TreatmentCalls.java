package io.zugabe.segmentation.treatment.endpoint;

import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.Violations;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.segmentation.SegmentationReason;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.log.endpoint.FieldRules;
import io.zugabe.segmentation.segment.adapter.DefinitionMessages;
import io.zugabe.segmentation.treatment.FindTreatment;
import io.zugabe.segmentation.treatment.FindTreatment.Found;
import io.zugabe.segmentation.treatment.adapter.TreatmentMessages;
import io.zugabe.segmentation.treatment.domain.Treatment;
import io.zugabe.segmentation.v1.GetTreatmentRequest;
import io.zugabe.segmentation.v1.GetTreatmentResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** The call about a customer. */
@ApplicationScoped
class TreatmentCalls {

    private final FindTreatment find;
    private final TreatmentMessages messages;

    TreatmentCalls(FindTreatment find, TreatmentMessages messages) {
        this.find = find;
        this.messages = messages;
    }

    Uni<GetTreatmentResponse> get(GetTreatmentRequest request) {
        Subject subject = subject(request);
        return find.find(subject).map(found -> response(found.orElseThrow(() -> notFound(subject))));
    }

    private GetTreatmentResponse response(Found found) {
        GetTreatmentResponse.Builder response = GetTreatmentResponse.newBuilder()
                .setTreatment(messages.message(found.treatment()))
                .addAllSegmentIds(found.segments());
        found.treatment().applied().forEach(rule -> response.addAppliedRules(message(rule)));
        return response.build();
    }

    private static GetTreatmentResponse.AppliedRule message(Treatment.Applied rule) {
        return GetTreatmentResponse.AppliedRule.newBuilder()
                .setRuleId(rule.ruleId())
                .setReasonCode(rule.reasonCode())
                .setWhy(DefinitionMessages.message(rule.why()))
                .build();
    }

    private static Subject subject(GetTreatmentRequest request) {
        Violations violations = Violations.ofRequest();
        Subject subject = switch (request.getSubjectCase()) {
            case CUSTOMER_ID -> {
                FieldRules.checkCustomer(violations, "customer_id", request.getCustomerId());
                yield Subject.customer(request.getCustomerId());
            }
            case VISITOR_ID -> {
                FieldRules.checkIdentifier(violations, "visitor_id", request.getVisitorId());
                yield Subject.visitor(request.getVisitorId());
            }
            case SUBJECT_NOT_SET -> {
                violations.add("subject", "is required: customer_id or visitor_id");
                yield Subject.customer("");
            }
        };
        violations.throwIfAny();
        return subject;
    }

    private static ZugabeException notFound(Subject subject) {
        String what = subject.visitor() ? "visitor" : "customer";
        return ZugabeException.of(
                SegmentationReason.PROFILE_NOT_FOUND,
                "nothing is known of this " + what,
                Map.of(what + "_id", subject.id()));
    }
}
