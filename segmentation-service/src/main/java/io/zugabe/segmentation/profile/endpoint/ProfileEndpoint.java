package io.zugabe.segmentation.profile.endpoint;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.Violations;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.segmentation.SegmentationReason;
import io.zugabe.segmentation.assessment.ReadAssessmentStatus;
import io.zugabe.segmentation.assessment.ViewCustomer;
import io.zugabe.segmentation.assessment.domain.ServedProfile;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.log.endpoint.FieldRules;
import io.zugabe.segmentation.profile.FindProfiles;
import io.zugabe.segmentation.profile.adapter.ProfileMessages;
import io.zugabe.segmentation.v1.BatchGetProfilesRequest;
import io.zugabe.segmentation.v1.BatchGetProfilesResponse;
import io.zugabe.segmentation.v1.GetAssessmentStatusRequest;
import io.zugabe.segmentation.v1.GetAssessmentStatusResponse;
import io.zugabe.segmentation.v1.GetCustomerPageRequest;
import io.zugabe.segmentation.v1.GetCustomerPageResponse;
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
    private final ViewCustomer viewCustomer;
    private final ReadAssessmentStatus readAssessmentStatus;
    private final ProfileMessages messages;
    private final PageMessages pages;

    public ProfileEndpoint(
            FindProfiles findProfiles,
            ViewCustomer viewCustomer,
            ReadAssessmentStatus readAssessmentStatus,
            ProfileMessages messages,
            PageMessages pages) {
        this.findProfiles = findProfiles;
        this.viewCustomer = viewCustomer;
        this.readAssessmentStatus = readAssessmentStatus;
        this.messages = messages;
        this.pages = pages;
    }

    @Override
    public Uni<GetProfileResponse> getProfile(GetProfileRequest request) {
        Subject subject = switch (request.getSubjectCase()) {
            case CUSTOMER_ID -> customer(request.getCustomerId());
            case VISITOR_ID -> visitor(request.getVisitorId());
            case SUBJECT_NOT_SET -> nobody();
        };
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

    @Override
    public Uni<GetCustomerPageResponse> getCustomerPage(GetCustomerPageRequest request) {
        Subject subject = switch (request.getSubjectCase()) {
            case CUSTOMER_ID -> customer(request.getCustomerId());
            case VISITOR_ID -> visitor(request.getVisitorId());
            case SUBJECT_NOT_SET -> nobody();
        };
        return viewCustomer.view(subject).map(view -> pages.page(view.orElseThrow(() -> notFound(subject))));
    }

    @Override
    public Uni<GetAssessmentStatusResponse> getAssessmentStatus(GetAssessmentStatusRequest request) {
        return readAssessmentStatus.read().map(pages::status);
    }

    private static Subject customer(String id) {
        Violations violations = Violations.ofRequest();
        FieldRules.checkCustomer(violations, "customer_id", id);
        violations.throwIfAny();
        return Subject.customer(id);
    }

    private static Subject visitor(String id) {
        Violations violations = Violations.ofRequest();
        FieldRules.checkIdentifier(violations, "visitor_id", id);
        violations.throwIfAny();
        return Subject.visitor(id);
    }

    /** Refuses a request that names nobody. */
    private static Subject nobody() {
        Violations violations = Violations.ofRequest();
        violations.add("subject", "is required: customer_id or visitor_id");
        violations.throwIfAny();
        return Subject.customer("");
    }

    private static ZugabeException notFound(Subject subject) {
        String what = subject.visitor() ? "visitor" : "customer";
        return ZugabeException.of(
                SegmentationReason.PROFILE_NOT_FOUND,
                "nothing is known of " + what + " \"" + subject.id() + "\"",
                Map.of(what + "_id", subject.id()));
    }
}
