package io.zugabe.segmentation.profile.endpoint;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.Violations;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.segmentation.SegmentationReason;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.log.endpoint.FieldRules;
import io.zugabe.segmentation.profile.FindProfiles;
import io.zugabe.segmentation.profile.adapter.ProfileMessages;
import io.zugabe.segmentation.assessment.domain.ServedProfile;
import io.zugabe.segmentation.v1.BatchGetProfilesRequest;
import io.zugabe.segmentation.v1.BatchGetProfilesResponse;
import io.zugabe.segmentation.v1.GetProfileRequest;
import io.zugabe.segmentation.v1.GetProfileResponse;
import io.zugabe.segmentation.v1.ProfileService;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** ProfileService. */
@GrpcService
public class ProfileEndpoint implements ProfileService {

    private static final int MOST_CUSTOMERS = 500;

    private final FindProfiles findProfiles;
    private final ProfileMessages messages;

    public ProfileEndpoint(FindProfiles findProfiles, ProfileMessages messages) {
        this.findProfiles = findProfiles;
        this.messages = messages;
    }

    @Override
    public Uni<GetProfileResponse> getProfile(GetProfileRequest request) {
        Subject subject = subject(request);
        return findProfiles.find(Set.of(subject)).map(found -> {
            ServedProfile profile = found.get(subject);
            if (profile == null) {
                throw notFound(subject);
            }
            return GetProfileResponse.newBuilder()
                    .setProfile(messages.message(profile))
                    .build();
        });
    }

    @Override
    public Uni<BatchGetProfilesResponse> batchGetProfiles(BatchGetProfilesRequest request) {
        Violations violations = Violations.ofRequest();
        if (violations.checkSize("customer_ids", request.getCustomerIdsList(), 1, MOST_CUSTOMERS)) {
            for (int i = 0; i < request.getCustomerIdsCount(); i++) {
                FieldRules.checkCustomer(violations, "customer_ids[" + i + "]", request.getCustomerIds(i));
            }
        }
        violations.throwIfAny();
        Set<Subject> subjects = new LinkedHashSet<>();
        request.getCustomerIdsList().forEach(id -> subjects.add(Subject.customer(id)));
        return findProfiles.find(subjects).map(found -> response(List.copyOf(subjects), found));
    }

    private BatchGetProfilesResponse response(List<Subject> asked, Map<Subject, ServedProfile> found) {
        BatchGetProfilesResponse.Builder response = BatchGetProfilesResponse.newBuilder();
        for (Subject subject : asked) {
            ServedProfile profile = found.get(subject);
            if (profile == null) {
                response.addMissingCustomerIds(subject.id());
            } else {
                response.addProfiles(messages.message(profile));
            }
        }
        return response.build();
    }

    private static Subject subject(GetProfileRequest request) {
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
                "nothing is known of " + what + " \"" + subject.id() + "\"",
                Map.of(what + "_id", subject.id()));
    }
}
