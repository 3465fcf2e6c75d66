package io.zugabe.recommendation.campaigns.endpoint;

import com.google.protobuf.util.FieldMaskUtil;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.KitReason;
import io.zugabe.kit.error.Violations;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.kit.grpc.Actor;
import io.zugabe.kit.paging.PageRequest;
import io.zugabe.kit.paging.PageTokens;
import io.zugabe.recommendation.campaigns.Audiences;
import io.zugabe.recommendation.campaigns.CampaignStore;
import io.zugabe.recommendation.campaigns.CampaignStore.Stored;
import io.zugabe.recommendation.campaigns.Conditions;
import io.zugabe.recommendation.campaigns.ManageCampaigns;
import io.zugabe.recommendation.campaigns.domain.Campaign.Stage;
import io.zugabe.recommendation.replica.CatalogReplica;
import io.zugabe.recommendation.replica.domain.CatalogSnapshot;
import io.zugabe.recommendation.v1.Campaign;
import io.zugabe.recommendation.v1.CampaignService;
import io.zugabe.recommendation.v1.CreateCampaignRequest;
import io.zugabe.recommendation.v1.CreateCampaignResponse;
import io.zugabe.recommendation.v1.EndCampaignRequest;
import io.zugabe.recommendation.v1.EndCampaignResponse;
import io.zugabe.recommendation.v1.GetCampaignRequest;
import io.zugabe.recommendation.v1.GetCampaignResponse;
import io.zugabe.recommendation.v1.ListCampaignsRequest;
import io.zugabe.recommendation.v1.ListCampaignsResponse;
import io.zugabe.recommendation.v1.PauseCampaignRequest;
import io.zugabe.recommendation.v1.PauseCampaignResponse;
import io.zugabe.recommendation.v1.ResumeCampaignRequest;
import io.zugabe.recommendation.v1.ResumeCampaignResponse;
import io.zugabe.recommendation.v1.UpdateCampaignRequest;
import io.zugabe.recommendation.v1.UpdateCampaignResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code zugabe.recommendation.v1.CampaignService}. */
@GrpcService
public class CampaignEndpoint implements CampaignService {

    private static final Duration RETRY = Duration.ofSeconds(1);

    private final ManageCampaigns manage;
    private final CampaignStore store;
    private final Conditions conditions;
    private final Audiences audiences;
    private final CatalogReplica replica;
    private final Clock clock = Clock.systemUTC();

    public CampaignEndpoint(
            ManageCampaigns manage,
            CampaignStore store,
            Conditions conditions,
            Audiences audiences,
            CatalogReplica replica) {
        this.manage = manage;
        this.store = store;
        this.conditions = conditions;
        this.audiences = audiences;
        this.replica = replica;
    }

    @Override
    public Uni<CreateCampaignResponse> createCampaign(CreateCampaignRequest request) {
        String actor = Actor.current();
        var campaign = read(request.getCampaign(), Stage.ACTIVE, 1);
        return checkSegment(campaign.segment())
                .chain(() -> manage.create(campaign, actor))
                .map(stored -> CreateCampaignResponse.newBuilder()
                        .setCampaign(told(stored))
                        .build());
    }

    @Override
    public Uni<UpdateCampaignResponse> updateCampaign(UpdateCampaignRequest request) {
        String actor = Actor.current();
        Campaign wanted = request.getCampaign();
        Violations violations = Violations.ofRequest();
        violations.check(!wanted.getEtag().isEmpty(), "campaign.etag", "", "is required: GetCampaign tells it");
        violations.check(
                FieldMaskUtil.isValid(Campaign.class, request.getUpdateMask()),
                "update_mask",
                String.join(",", request.getUpdateMask().getPathsList()),
                "names fields that a campaign does not have");
        violations.throwIfAny();
        return manage.find(id(wanted.getCampaignId()))
                .map(stored -> merged(told(stored), request))
                .call(merged -> checkSegment(merged.getSegmentId()))
                .chain(merged -> manage.change(
                        merged.getCampaignId(),
                        version(wanted.getEtag()),
                        now -> read(merged, now.stage(), now.version() + 1),
                        actor,
                        "campaign updated"))
                .map(stored -> UpdateCampaignResponse.newBuilder()
                        .setCampaign(told(stored))
                        .build());
    }

    private static Campaign merged(Campaign now, UpdateCampaignRequest request) {
        if (request.getUpdateMask().getPathsCount() == 0) {
            return request.getCampaign();
        }
        Campaign.Builder merged = now.toBuilder();
        FieldMaskUtil.merge(
                request.getUpdateMask(),
                request.getCampaign(),
                merged,
                new FieldMaskUtil.MergeOptions().setReplaceRepeatedFields(true).setReplaceMessageFields(true));
        return merged.setCampaignId(now.getCampaignId()).build();
    }

    @Override
    public Uni<GetCampaignResponse> getCampaign(GetCampaignRequest request) {
        return manage.find(id(request.getCampaignId()))
                .map(stored -> GetCampaignResponse.newBuilder()
                        .setCampaign(told(stored))
                        .build());
    }

    @Override
    public Uni<ListCampaignsResponse> listCampaigns(ListCampaignsRequest request) {
        PageTokens tokens = new PageTokens(List.of("campaigns"));
        Violations violations = Violations.ofRequest();
        PageRequest page = tokens.read(request.getPageSize(), request.getPageToken(), violations);
        violations.throwIfAny();
        return store.page(page)
                .map(found -> ListCampaignsResponse.newBuilder()
                        .addAllCampaigns(
                                found.entries().stream().map(this::told).toList())
                        .setNextPageToken(tokens.write(found.next()))
                        .build());
    }

    @Override
    public Uni<PauseCampaignResponse> pauseCampaign(PauseCampaignRequest request) {
        return stage(request.getCampaignId(), request.getEtag(), Stage.PAUSED, "campaign paused")
                .map(campaign ->
                        PauseCampaignResponse.newBuilder().setCampaign(campaign).build());
    }

    @Override
    public Uni<ResumeCampaignResponse> resumeCampaign(ResumeCampaignRequest request) {
        return stage(request.getCampaignId(), request.getEtag(), Stage.ACTIVE, "campaign resumed")
                .map(campaign -> ResumeCampaignResponse.newBuilder()
                        .setCampaign(campaign)
                        .build());
    }

    @Override
    public Uni<EndCampaignResponse> endCampaign(EndCampaignRequest request) {
        return stage(request.getCampaignId(), request.getEtag(), Stage.ENDED, "campaign ended")
                .map(campaign ->
                        EndCampaignResponse.newBuilder().setCampaign(campaign).build());
    }

    private Uni<Campaign> stage(String id, String etag, Stage stage, String action) {
        return manage.change(id(id), version(etag), now -> now.in(stage), Actor.current(), action)
                .map(this::told);
    }

    private io.zugabe.recommendation.campaigns.domain.Campaign read(Campaign message, Stage stage, long version) {
        CatalogSnapshot catalog = replica.current()
                .orElseThrow(() -> ZugabeException.retryable(
                        KitReason.STARTING, "the catalog has not arrived yet; try again in a moment", RETRY));
        return new CampaignReader(message, catalog, conditions).read(clock.instant(), stage, version);
    }

    private Uni<Void> checkSegment(String segment) {
        return segment.isEmpty()
                ? Uni.createFrom().voidItem()
                : audiences
                        .exists(segment)
                        .invoke(exists -> refuseUnless(exists, segment))
                        .replaceWithVoid();
    }

    private static void refuseUnless(boolean exists, String segment) {
        Violations violations = Violations.ofRequest();
        violations.check(
                exists, "campaign.segment_id", segment, "is no segment; SegmentService.ListSegments lists them");
        violations.throwIfAny();
    }

    private static String id(String id) {
        Violations violations = Violations.ofRequest();
        violations.checkPattern("campaign_id", id, CampaignReader.ID, CampaignReader.ID_FORM);
        violations.throwIfAny();
        return id;
    }

    /** An etag that is none is not the present one. */
    private static Optional<Long> version(String etag) {
        if (etag.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(etag.matches("c\\d{1,18}") ? Long.parseLong(etag.substring(1)) : 0L);
    }

    private Campaign told(Stored stored) {
        return CampaignWriter.campaign(stored, clock.instant());
    }
}
