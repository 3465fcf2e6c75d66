package io.zugabe.recommendation.incentives.endpoint;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.Violations;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.kit.grpc.Actor;
import io.zugabe.kit.paging.Page;
import io.zugabe.kit.paging.PageRequest;
import io.zugabe.kit.paging.PageTokens;
import io.zugabe.recommendation.decision.adapter.MoneyMapping;
import io.zugabe.recommendation.feedback.TrackingTokens;
import io.zugabe.recommendation.feedback.domain.TrackedOffer;
import io.zugabe.recommendation.incentives.IncentiveReason;
import io.zugabe.recommendation.incentives.IncentiveStore;
import io.zugabe.recommendation.incentives.PutIncentive;
import io.zugabe.recommendation.incentives.RedeemIncentive;
import io.zugabe.recommendation.incentives.StoredIncentive;
import io.zugabe.recommendation.incentives.adapter.IncentiveMessages;
import io.zugabe.recommendation.incentives.adapter.PromiseMessages;
import io.zugabe.recommendation.incentives.domain.Promise;
import io.zugabe.recommendation.incentives.domain.RedeemRules;
import io.zugabe.recommendation.replica.domain.Money;
import io.zugabe.recommendation.v1.ArchiveIncentiveRequest;
import io.zugabe.recommendation.v1.ArchiveIncentiveResponse;
import io.zugabe.recommendation.v1.GetIncentiveRequest;
import io.zugabe.recommendation.v1.GetIncentiveResponse;
import io.zugabe.recommendation.v1.GetShippingPolicyRequest;
import io.zugabe.recommendation.v1.GetShippingPolicyResponse;
import io.zugabe.recommendation.v1.Incentive;
import io.zugabe.recommendation.v1.IncentiveService;
import io.zugabe.recommendation.v1.ListIncentiveChangesRequest;
import io.zugabe.recommendation.v1.ListIncentiveChangesResponse;
import io.zugabe.recommendation.v1.ListIncentivesRequest;
import io.zugabe.recommendation.v1.ListIncentivesResponse;
import io.zugabe.recommendation.v1.PutIncentiveRequest;
import io.zugabe.recommendation.v1.PutIncentiveResponse;
import io.zugabe.recommendation.v1.RedeemIncentiveRequest;
import io.zugabe.recommendation.v1.RedeemIncentiveResponse;
import io.zugabe.recommendation.v1.UpdateShippingPolicyRequest;
import io.zugabe.recommendation.v1.UpdateShippingPolicyResponse;
import io.zugabe.recommendation.v1.ValidateIncentiveRequest;
import io.zugabe.recommendation.v1.ValidateIncentiveResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code zugabe.recommendation.v1.IncentiveService}. */
@GrpcService
public class IncentiveEndpoint implements IncentiveService {

    private final IncentiveStore store;
    private final IncentiveReader reader;
    private final IncentiveWriter writer;
    private final ShippingPolicyCalls policy;
    private final PutIncentive put;
    private final RedeemIncentive redeem;
    private final TrackingTokens tokens;

    public IncentiveEndpoint(
            IncentiveStore store,
            IncentiveReader reader,
            IncentiveWriter writer,
            ShippingPolicyCalls policy,
            PutIncentive put,
            RedeemIncentive redeem,
            TrackingTokens tokens) {
        this.store = store;
        this.reader = reader;
        this.writer = writer;
        this.policy = policy;
        this.put = put;
        this.redeem = redeem;
        this.tokens = tokens;
    }

    @Override
    public Uni<ListIncentivesResponse> listIncentives(ListIncentivesRequest request) {
        PageTokens pages = new PageTokens(List.of("incentives", String.valueOf(request.getShowArchived())));
        PageRequest page = page(pages, request.getPageSize(), request.getPageToken());
        return store.all().chain(all -> {
            Page<StoredIncentive> found = Page.of(
                    all,
                    each -> request.getShowArchived() || !each.archived(),
                    each -> each.incentive().id(),
                    page);
            return writer.write(found.entries())
                    .map(messages -> ListIncentivesResponse.newBuilder()
                            .addAllIncentives(messages)
                            .setNextPageToken(pages.write(found.next()))
                            .build());
        });
    }

    @Override
    public Uni<GetIncentiveResponse> getIncentive(GetIncentiveRequest request) {
        return find(request.getIncentiveId())
                .chain(this::message)
                .map(message ->
                        GetIncentiveResponse.newBuilder().setIncentive(message).build());
    }

    @Override
    public Uni<PutIncentiveResponse> putIncentive(PutIncentiveRequest request) {
        Incentive wanted = request.getIncentive();
        reader.check(wanted);
        String actor = Actor.current();
        return store.find(wanted.getIncentiveId())
                .chain(known -> put(wanted, known, actor))
                .chain(this::message)
                .map(message ->
                        PutIncentiveResponse.newBuilder().setIncentive(message).build());
    }

    private Uni<StoredIncentive> put(Incentive wanted, Optional<StoredIncentive> known, String actor) {
        String etag = known.map(IncentiveWriter::etag).orElse("");
        PutIncentive.refuseUnless(etag.equals(wanted.getEtag()), "incentive " + wanted.getIncentiveId());
        known.ifPresent(before -> checkType(wanted, before));
        long version = known.map(StoredIncentive::version).orElse(0L) + 1;
        return put.put(
                IncentiveMessages.stored(wanted, false, version),
                actor,
                known.isPresent() ? "replaced" : "created",
                IncentiveWriter.describe(wanted));
    }

    private static void checkType(Incentive wanted, StoredIncentive before) {
        Violations violations = Violations.ofRequest();
        String type = "INCENTIVE_TYPE_" + before.incentive().type().name();
        violations.check(
                wanted.getType().name().equals(type),
                "incentive.type",
                wanted.getType(),
                "cannot be changed: it is " + type);
        violations.throwIfAny();
    }

    @Override
    public Uni<ArchiveIncentiveResponse> archiveIncentive(ArchiveIncentiveRequest request) {
        String actor = Actor.current();
        return find(request.getIncentiveId())
                .chain(known -> {
                    PutIncentive.refuseUnless(
                            IncentiveWriter.etag(known).equals(request.getEtag()),
                            "incentive " + request.getIncentiveId());
                    StoredIncentive archived =
                            new StoredIncentive(known.incentive(), known.definition(), true, known.version() + 1);
                    return put.put(archived, actor, "archived", "");
                })
                .chain(this::message)
                .map(message -> ArchiveIncentiveResponse.newBuilder()
                        .setIncentive(message)
                        .build());
    }

    @Override
    public Uni<ListIncentiveChangesResponse> listIncentiveChanges(ListIncentiveChangesRequest request) {
        PageTokens pages = new PageTokens(List.of("incentive changes", request.getIncentiveId()));
        PageRequest page = page(pages, request.getPageSize(), request.getPageToken());
        return store.changes(request.getIncentiveId(), page)
                .map(found -> ListIncentiveChangesResponse.newBuilder()
                        .addAllChanges(found.entries().stream()
                                .map(IncentiveWriter::change)
                                .toList())
                        .setNextPageToken(pages.write(found.next()))
                        .build());
    }

    @Override
    public Uni<ValidateIncentiveResponse> validateIncentive(ValidateIncentiveRequest request) {
        RedeemRules.Order order = reader.order(request.getTrackingToken(), request.getOrder());
        TrackedOffer offer = tokens.read(request.getTrackingToken());
        return redeem.validate(offer, order).map(result -> {
            ValidateIncentiveResponse.Builder response = IncentiveWriter.validation(result);
            offer.promise()
                    .filter(Promise::isGiven)
                    .ifPresent(promise -> response.setIncentive(PromiseMessages.incentive(promise, reader.currency())));
            return response.build();
        });
    }

    @Override
    public Uni<RedeemIncentiveResponse> redeemIncentive(RedeemIncentiveRequest request) {
        RedeemRules.Order order = reader.order(request.getTrackingToken(), request.getOrder());
        TrackedOffer offer = tokens.read(request.getTrackingToken());
        return redeem.redeem(offer, order).map(time -> {
            Promise promise = offer.promise().orElseThrow();
            return RedeemIncentiveResponse.newBuilder()
                    .setIncentive(PromiseMessages.incentive(promise, reader.currency()))
                    .setRedeemTime(PromiseMessages.timestamp(time))
                    .setCost(MoneyMapping.message(new Money(reader.currency(), promise.cost())))
                    .build();
        });
    }

    @Override
    public Uni<GetShippingPolicyResponse> getShippingPolicy(GetShippingPolicyRequest request) {
        return policy.get();
    }

    @Override
    public Uni<UpdateShippingPolicyResponse> updateShippingPolicy(UpdateShippingPolicyRequest request) {
        return policy.update(request.getPolicy(), Actor.current());
    }

    private Uni<StoredIncentive> find(String id) {
        Violations violations = Violations.ofRequest();
        violations.checkPattern("incentive_id", id, IncentiveReader.ID, IncentiveReader.ID_FORM);
        violations.throwIfAny();
        return store.find(id)
                .map(found -> found.orElseThrow(() -> ZugabeException.of(
                        IncentiveReason.INCENTIVE_NOT_FOUND,
                        "there is no incentive " + id,
                        Map.of("incentive_id", id))));
    }

    private Uni<Incentive> message(StoredIncentive stored) {
        return writer.write(List.of(stored)).map(List::getFirst);
    }

    private static PageRequest page(PageTokens pages, int size, String token) {
        Violations violations = Violations.ofRequest();
        PageRequest page = pages.read(size, token, violations);
        violations.throwIfAny();
        return page;
    }
}
