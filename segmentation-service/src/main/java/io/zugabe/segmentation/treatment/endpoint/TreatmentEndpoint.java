package io.zugabe.segmentation.treatment.endpoint;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.v1.GetTreatmentPolicyRequest;
import io.zugabe.segmentation.v1.GetTreatmentPolicyResponse;
import io.zugabe.segmentation.v1.GetTreatmentRequest;
import io.zugabe.segmentation.v1.GetTreatmentResponse;
import io.zugabe.segmentation.v1.ListTreatmentPoliciesRequest;
import io.zugabe.segmentation.v1.ListTreatmentPoliciesResponse;
import io.zugabe.segmentation.v1.RollbackTreatmentPolicyRequest;
import io.zugabe.segmentation.v1.RollbackTreatmentPolicyResponse;
import io.zugabe.segmentation.v1.TreatmentService;
import io.zugabe.segmentation.v1.UpdateTreatmentPolicyRequest;
import io.zugabe.segmentation.v1.UpdateTreatmentPolicyResponse;

/** TreatmentService. */
@GrpcService
public class TreatmentEndpoint implements TreatmentService {

    private final PolicyCalls policies;
    private final TreatmentCalls treatments;

    TreatmentEndpoint(PolicyCalls policies, TreatmentCalls treatments) {
        this.policies = policies;
        this.treatments = treatments;
    }

    @Override
    public Uni<GetTreatmentPolicyResponse> getTreatmentPolicy(GetTreatmentPolicyRequest request) {
        return policies.get(request)
                .map(policy -> GetTreatmentPolicyResponse.newBuilder()
                        .setPolicy(policy)
                        .build());
    }

    @Override
    public Uni<UpdateTreatmentPolicyResponse> updateTreatmentPolicy(UpdateTreatmentPolicyRequest request) {
        return policies.update(request)
                .map(policy -> UpdateTreatmentPolicyResponse.newBuilder()
                        .setPolicy(policy)
                        .build());
    }

    @Override
    public Uni<RollbackTreatmentPolicyResponse> rollbackTreatmentPolicy(RollbackTreatmentPolicyRequest request) {
        return policies.rollBack(request)
                .map(policy -> RollbackTreatmentPolicyResponse.newBuilder()
                        .setPolicy(policy)
                        .build());
    }

    @Override
    public Uni<ListTreatmentPoliciesResponse> listTreatmentPolicies(ListTreatmentPoliciesRequest request) {
        return policies.list(request);
    }

    @Override
    public Uni<GetTreatmentResponse> getTreatment(GetTreatmentRequest request) {
        return treatments.get(request);
    }
}
