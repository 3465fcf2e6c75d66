package io.zugabe.segmentation.privacy.endpoint;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.Violations;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.kit.grpc.Actor;
import io.zugabe.kit.paging.PageRequest;
import io.zugabe.kit.paging.PageTokens;
import io.zugabe.segmentation.SegmentationReason;
import io.zugabe.segmentation.assessment.domain.ServedProfile;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.privacy.EraseCustomer;
import io.zugabe.segmentation.privacy.ErasureStore;
import io.zugabe.segmentation.privacy.ExportCustomer;
import io.zugabe.segmentation.profile.FindProfiles;
import io.zugabe.segmentation.profile.adapter.ProfileMessages;
import io.zugabe.segmentation.v1.EraseCustomerRequest;
import io.zugabe.segmentation.v1.EraseCustomerResponse;
import io.zugabe.segmentation.v1.ExportCustomerRequest;
import io.zugabe.segmentation.v1.ExportCustomerResponse;
import io.zugabe.segmentation.v1.GetErasureRequest;
import io.zugabe.segmentation.v1.GetErasureResponse;
import io.zugabe.segmentation.v1.ListErasuresRequest;
import io.zugabe.segmentation.v1.ListErasuresResponse;
import io.zugabe.segmentation.v1.ListProfileReadsRequest;
import io.zugabe.segmentation.v1.ListProfileReadsResponse;
import io.zugabe.segmentation.v1.PrivacyService;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** {@code zugabe.segmentation.v1.PrivacyService}. */
@GrpcService
public class PrivacyEndpoint implements PrivacyService {

    private static final PageTokens ERASURES = new PageTokens(List.of("erasures"));

    private final EraseCustomer eraseCustomer;
    private final ErasureStore erasures;
    private final ExportCustomer exportCustomer;
    private final FindProfiles findProfiles;
    private final ProfileMessages messages;

    PrivacyEndpoint(
            EraseCustomer eraseCustomer,
            ErasureStore erasures,
            ExportCustomer exportCustomer,
            FindProfiles findProfiles,
            ProfileMessages messages) {
        this.eraseCustomer = eraseCustomer;
        this.erasures = erasures;
        this.exportCustomer = exportCustomer;
        this.findProfiles = findProfiles;
        this.messages = messages;
    }

    @Override
    public Uni<EraseCustomerResponse> eraseCustomer(EraseCustomerRequest request) {
        Violations violations = Violations.ofRequest();
        Subject subject = SubjectReader.read(violations, request.getCustomerId(), request.getVisitorId());
        UUID id = request.getRequestId().isEmpty()
                ? UUID.randomUUID()
                : SubjectReader.uuid(violations, "request_id", request.getRequestId());
        violations.throwIfAny();
        return eraseCustomer
                .erase(subject, id, Actor.current())
                .map(erasure -> EraseCustomerResponse.newBuilder()
                        .setErasure(PrivacyMessages.message(erasure))
                        .build());
    }

    @Override
    public Uni<GetErasureResponse> getErasure(GetErasureRequest request) {
        Violations violations = Violations.ofRequest();
        UUID id = SubjectReader.uuid(violations, "erasure_id", request.getErasureId());
        violations.throwIfAny();
        return erasures.find(id)
                .map(found -> found.orElseThrow(() -> ZugabeException.of(
                        SegmentationReason.ERASURE_NOT_FOUND,
                        "there is no erasure \"" + id + "\"",
                        Map.of("erasure_id", id.toString()))))
                .map(erasure -> GetErasureResponse.newBuilder()
                        .setErasure(PrivacyMessages.message(erasure))
                        .build());
    }

    @Override
    public Uni<ListErasuresResponse> listErasures(ListErasuresRequest request) {
        Violations violations = Violations.ofRequest();
        PageRequest page = ERASURES.read(request.getPageSize(), request.getPageToken(), violations);
        violations.throwIfAny();
        return erasures.list(page).map(found -> {
            ListErasuresResponse.Builder response = ListErasuresResponse.newBuilder();
            found.stream()
                    .limit(page.size())
                    .forEach(erasure -> response.addErasures(PrivacyMessages.message(erasure)));
            if (found.size() > page.size()) {
                response.setNextPageToken(
                        ERASURES.write(String.valueOf(found.get(page.size() - 1).number())));
            }
            return response.build();
        });
    }

    @Override
    public Multi<ExportCustomerResponse> exportCustomer(ExportCustomerRequest request) {
        Violations violations = Violations.ofRequest();
        Subject subject = SubjectReader.read(violations, request.getCustomerId(), request.getVisitorId());
        violations.throwIfAny();
        return exportCustomer.person(subject).onItem().transformToMulti(person -> export(subject, person));
    }

    private Multi<ExportCustomerResponse> export(Subject subject, Set<Subject> person) {
        return Multi.createBy()
                .concatenating()
                .streams(
                        profile(subject).toMulti(),
                        exportCustomer.events(person).map(PrivacyMessages::part),
                        exportCustomer.trainingRows(person).map(PrivacyMessages::part),
                        exportCustomer.reads(person).map(PrivacyMessages::part));
    }

    private Uni<ExportCustomerResponse> profile(Subject subject) {
        return findProfiles.find(Set.of(subject)).map(found -> {
            ServedProfile profile = found.get(subject);
            if (profile == null) {
                throw ZugabeException.of(SegmentationReason.PROFILE_NOT_FOUND, "nothing is known of them", Map.of());
            }
            return ExportCustomerResponse.newBuilder()
                    .setProfile(messages.message(profile))
                    .build();
        });
    }

    @Override
    public Uni<ListProfileReadsResponse> listProfileReads(ListProfileReadsRequest request) {
        Violations violations = Violations.ofRequest();
        Subject subject = SubjectReader.read(violations, request.getCustomerId(), request.getVisitorId());
        PageTokens tokens = new PageTokens(List.of("reads", subject.key()));
        PageRequest page = tokens.read(request.getPageSize(), request.getPageToken(), violations);
        violations.throwIfAny();
        return exportCustomer.readsPage(subject, page).map(found -> {
            ListProfileReadsResponse.Builder response = ListProfileReadsResponse.newBuilder();
            found.stream().limit(page.size()).forEach(each -> response.addReads(PrivacyMessages.message(each.read())));
            if (found.size() > page.size()) {
                response.setNextPageToken(
                        tokens.write(String.valueOf(found.get(page.size() - 1).number())));
            }
            return response.build();
        });
    }
}
