package io.zugabe.recommendation.placements.endpoint;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.Violations;
import io.zugabe.recommendation.decision.domain.Merchandise;
import io.zugabe.recommendation.decision.domain.Placement;
import io.zugabe.recommendation.decision.endpoint.Enums;
import io.zugabe.recommendation.placements.PlacementStore;
import io.zugabe.recommendation.placements.StoredRules;
import io.zugabe.recommendation.placements.UpdatePlacement;
import io.zugabe.recommendation.placements.adapter.RulesMapping;
import io.zugabe.recommendation.v1.GetPlacementRequest;
import io.zugabe.recommendation.v1.GetPlacementResponse;
import io.zugabe.recommendation.v1.ListPlacementChangesRequest;
import io.zugabe.recommendation.v1.ListPlacementChangesResponse;
import io.zugabe.recommendation.v1.ListPlacementsRequest;
import io.zugabe.recommendation.v1.ListPlacementsResponse;
import io.zugabe.recommendation.v1.PlacementChange;
import io.zugabe.recommendation.v1.PlacementRules;
import io.zugabe.recommendation.v1.PlacementService;
import io.zugabe.recommendation.v1.UpdatePlacementRequest;
import io.zugabe.recommendation.v1.UpdatePlacementResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code zugabe.recommendation.v1.PlacementService}. */
@GrpcService
public class PlacementEndpoint implements PlacementService {

    private static final Pattern TOKEN = Pattern.compile("[0-9]{0,18}");
    private static final String TOKEN_FORM = "must be the next_page_token of a reply";
    private static final int MOST_PLACEMENTS = 50;
    private static final int MOST_CHANGES = 100;
    private static final int USUAL_CHANGES = 20;

    private final PlacementStore store;
    private final UpdatePlacement update;
    private final RulesReader reader;

    public PlacementEndpoint(PlacementStore store, UpdatePlacement update, RulesReader reader) {
        this.store = store;
        this.update = update;
        this.reader = reader;
    }

    @Override
    public Uni<GetPlacementResponse> getPlacement(GetPlacementRequest request) {
        Violations violations = Violations.ofRequest();
        Optional<Placement> placement = RulesReader.placement(request.getPlacement(), violations, "placement");
        violations.throwIfAny();
        return store.inForce()
                .map(stored -> GetPlacementResponse.newBuilder()
                        .setRules(rules(placement.orElseThrow(), stored))
                        .build());
    }

    @Override
    public Uni<ListPlacementsResponse> listPlacements(ListPlacementsRequest request) {
        Violations violations = Violations.ofRequest();
        violations.checkRange("page_size", request.getPageSize(), 0, MOST_PLACEMENTS);
        violations.checkPattern("page_token", request.getPageToken(), TOKEN, TOKEN_FORM);
        violations.throwIfAny();
        long first = number(request.getPageToken(), 0);
        int size = request.getPageSize() == 0 ? MOST_PLACEMENTS : request.getPageSize();
        return store.inForce().map(stored -> page(stored, first, size));
    }

    private static ListPlacementsResponse page(List<StoredRules> stored, long first, int size) {
        ListPlacementsResponse.Builder page = ListPlacementsResponse.newBuilder();
        Placement[] all = Placement.values();
        for (long at = first; at < all.length && page.getPlacementsCount() < size; at++) {
            page.addPlacements(rules(all[(int) at], stored));
        }
        long next = first + page.getPlacementsCount();
        return next < all.length ? page.setNextPageToken(String.valueOf(next)).build() : page.build();
    }

    private static PlacementRules rules(Placement placement, List<StoredRules> stored) {
        return stored.stream()
                .filter(each -> each.placement() == placement)
                .findFirst()
                .map(RulesMapping::message)
                .orElseGet(() -> RulesMapping.message(placement, Merchandise.defaults(placement)));
    }

    @Override
    public Uni<UpdatePlacementResponse> updatePlacement(UpdatePlacementRequest request) {
        RulesReader.Update read = reader.read(request);
        return update.update(read.placement(), read.expected(), read.message(), read.author(), read.note())
                .map(stored -> UpdatePlacementResponse.newBuilder()
                        .setRules(RulesMapping.message(stored))
                        .build());
    }

    @Override
    public Uni<ListPlacementChangesResponse> listPlacementChanges(ListPlacementChangesRequest request) {
        Violations violations = Violations.ofRequest();
        violations.checkRange("page_size", request.getPageSize(), 0, MOST_CHANGES);
        violations.checkPattern("page_token", request.getPageToken(), TOKEN, TOKEN_FORM);
        violations.throwIfAny();
        int size = request.getPageSize() == 0 ? USUAL_CHANGES : request.getPageSize();
        return store.changes(
                        Enums.placement(request.getPlacement()),
                        number(request.getPageToken(), Long.MAX_VALUE),
                        size + 1)
                .map(changes -> page(changes, size));
    }

    private static ListPlacementChangesResponse page(List<StoredRules> changes, int size) {
        List<PlacementChange> page = new ArrayList<>();
        for (StoredRules change : changes.subList(0, Math.min(size, changes.size()))) {
            page.add(PlacementChange.newBuilder()
                    .setRules(RulesMapping.message(change))
                    .setNote(change.note())
                    .build());
        }
        ListPlacementChangesResponse.Builder response =
                ListPlacementChangesResponse.newBuilder().addAllChanges(page);
        return changes.size() > size
                ? response.setNextPageToken(String.valueOf(changes.get(size - 1).change()))
                        .build()
                : response.build();
    }

    private static long number(String token, long without) {
        return token.isEmpty() ? without : Long.parseLong(token);
    }
}
