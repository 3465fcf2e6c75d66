package io.zugabe.segmentation.treatment.endpoint;

import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.Violations;
import io.zugabe.kit.grpc.Actor;
import io.zugabe.kit.paging.PageRequest;
import io.zugabe.kit.paging.PageTokens;
import io.zugabe.segmentation.treatment.DefaultPolicy;
import io.zugabe.segmentation.treatment.ReadPolicies;
import io.zugabe.segmentation.treatment.RollbackPolicy;
import io.zugabe.segmentation.treatment.UpdatePolicy;
import io.zugabe.segmentation.treatment.adapter.PolicyMessages;
import io.zugabe.segmentation.treatment.domain.PolicyVersion;
import io.zugabe.segmentation.v1.GetTreatmentPolicyRequest;
import io.zugabe.segmentation.v1.ListTreatmentPoliciesRequest;
import io.zugabe.segmentation.v1.ListTreatmentPoliciesResponse;
import io.zugabe.segmentation.v1.RollbackTreatmentPolicyRequest;
import io.zugabe.segmentation.v1.TreatmentPolicy;
import io.zugabe.segmentation.v1.TreatmentRuleNotice;
import io.zugabe.segmentation.v1.UpdateTreatmentPolicyRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The calls about the policy. */
@ApplicationScoped
class PolicyCalls {

    private static final int LONGEST_ETAG = 100;

    private final ReadPolicies read;
    private final UpdatePolicy update;
    private final RollbackPolicy rollback;
    private final PolicyReader reader;
    private final PolicyMessages messages;
    private final DefaultPolicy defaultPolicy;

    PolicyCalls(
            ReadPolicies read,
            UpdatePolicy update,
            RollbackPolicy rollback,
            PolicyReader reader,
            PolicyMessages messages,
            DefaultPolicy defaultPolicy) {
        this.read = read;
        this.update = update;
        this.rollback = rollback;
        this.reader = reader;
        this.messages = messages;
        this.defaultPolicy = defaultPolicy;
    }

    Uni<TreatmentPolicy> get(GetTreatmentPolicyRequest request) {
        Violations violations = Violations.ofRequest();
        violations.checkRange("version", request.getVersion(), 0, Integer.MAX_VALUE);
        violations.throwIfAny();
        return read.find(request.getVersion()).map(this::told);
    }

    Uni<TreatmentPolicy> update(UpdateTreatmentPolicyRequest request) {
        Violations violations = Violations.ofRequest();
        reader.check(violations.at("policy"), request.getPolicy());
        violations.checkLength("etag", request.getEtag(), 1, LONGEST_ETAG);
        violations.throwIfAny();
        return update.update(
                        messages.policy(request.getPolicy()),
                        request.getEtag(),
                        request.getValidateOnly(),
                        Actor.current())
                .map(this::told);
    }

    Uni<TreatmentPolicy> rollBack(RollbackTreatmentPolicyRequest request) {
        Violations violations = Violations.ofRequest();
        violations.checkRange("version", request.getVersion(), 1, Integer.MAX_VALUE);
        violations.checkLength("etag", request.getEtag(), 1, LONGEST_ETAG);
        violations.throwIfAny();
        return rollback.rollBack(request.getVersion(), request.getEtag(), Actor.current())
                .map(this::told);
    }

    Uni<ListTreatmentPoliciesResponse> list(ListTreatmentPoliciesRequest request) {
        PageTokens tokens = new PageTokens(List.of("policies"));
        Violations violations = Violations.ofRequest();
        PageRequest page = tokens.read(request.getPageSize(), request.getPageToken(), violations);
        violations.throwIfAny();
        int before = page.after().isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(page.after());
        return read.before(before, page.size() + 1).map(found -> response(found, page, tokens));
    }

    /** With what its reader should know. */
    private TreatmentPolicy told(PolicyVersion policy) {
        TreatmentPolicy.Builder message = messages.message(policy).toBuilder();
        defaultPolicy
                .rules()
                .outdated(policy)
                .forEach(outdated -> message.addRuleNotices(TreatmentRuleNotice.newBuilder()
                        .setRuleId(outdated.rule().id())
                        .setText(outdated.note())));
        return message.build();
    }

    private ListTreatmentPoliciesResponse response(List<PolicyVersion> found, PageRequest page, PageTokens tokens) {
        boolean more = found.size() > page.size();
        List<PolicyVersion> shown = more ? found.subList(0, page.size()) : found;
        String next = more ? Integer.toString(shown.getLast().number()) : "";
        return ListTreatmentPoliciesResponse.newBuilder()
                .addAllPolicies(shown.stream().map(this::told).toList())
                .setNextPageToken(tokens.write(next))
                .build();
    }
}
