package io.zugabe.segmentation.prediction.endpoint;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.Violations;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.segmentation.SegmentationReason;
import io.zugabe.segmentation.assessment.domain.ServedProfile;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.log.endpoint.FieldRules;
import io.zugabe.segmentation.profile.FindProfiles;
import io.zugabe.segmentation.profile.domain.Profile;
import io.zugabe.segmentation.v1.GetCustomerValueRequest;
import io.zugabe.segmentation.v1.GetCustomerValueResponse;
import io.zugabe.segmentation.v1.ListDueReplenishmentsRequest;
import io.zugabe.segmentation.v1.ListDueReplenishmentsResponse;
import io.zugabe.segmentation.v1.ListProductReturnRatesRequest;
import io.zugabe.segmentation.v1.ListProductReturnRatesResponse;
import io.zugabe.segmentation.v1.ListReplenishmentsRequest;
import io.zugabe.segmentation.v1.ListReplenishmentsResponse;
import io.zugabe.segmentation.v1.PredictReturnRiskRequest;
import io.zugabe.segmentation.v1.PredictReturnRiskResponse;
import io.zugabe.segmentation.v1.PredictionService;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** PredictionService. */
@GrpcService
public class PredictionEndpoint implements PredictionService {

    private final FindProfiles findProfiles;
    private final ValueCalls values;
    private final ReturnCalls returns;
    private final ReplenishmentCalls replenishments;

    PredictionEndpoint(
            FindProfiles findProfiles, ValueCalls values, ReturnCalls returns, ReplenishmentCalls replenishments) {
        this.findProfiles = findProfiles;
        this.values = values;
        this.returns = returns;
        this.replenishments = replenishments;
    }

    @Override
    public Uni<GetCustomerValueResponse> getCustomerValue(GetCustomerValueRequest request) {
        Violations violations = Violations.ofRequest();
        FieldRules.checkCustomer(violations, "customer_id", request.getCustomerId());
        violations.throwIfAny();
        return known(request.getCustomerId()).map(values::value);
    }

    @Override
    public Uni<PredictReturnRiskResponse> predictReturnRisk(PredictReturnRiskRequest request) {
        returns.check(request);
        Uni<Optional<Profile>> profile = request.getCustomerId().isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : find(request.getCustomerId());
        return profile.map(found -> returns.predict(request, found));
    }

    @Override
    public Uni<ListProductReturnRatesResponse> listProductReturnRates(ListProductReturnRatesRequest request) {
        return Uni.createFrom().item(() -> returns.list(request));
    }

    @Override
    public Uni<ListReplenishmentsResponse> listReplenishments(ListReplenishmentsRequest request) {
        Violations violations = Violations.ofRequest();
        FieldRules.checkCustomer(violations, "customer_id", request.getCustomerId());
        violations.throwIfAny();
        return known(request.getCustomerId()).map(profile -> replenishments.list(request, profile));
    }

    @Override
    public Multi<ListDueReplenishmentsResponse> listDueReplenishments(ListDueReplenishmentsRequest request) {
        return replenishments.due(request);
    }

    private Uni<Profile> known(String customer) {
        return find(customer)
                .map(found -> found.orElseThrow(() -> ZugabeException.of(
                        SegmentationReason.PROFILE_NOT_FOUND,
                        "nothing is known about customer \"" + customer + "\"",
                        Map.of("customer_id", customer))));
    }

    private Uni<Optional<Profile>> find(String customer) {
        Subject subject = Subject.customer(customer);
        return findProfiles
                .find(Set.of(subject))
                .map(found -> Optional.ofNullable(found.get(subject)).map(ServedProfile::profile));
    }
}
