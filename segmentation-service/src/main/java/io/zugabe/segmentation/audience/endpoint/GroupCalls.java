package io.zugabe.segmentation.audience.endpoint;

import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.Violations;
import io.zugabe.kit.grpc.Actor;
import io.zugabe.kit.paging.PageRequest;
import io.zugabe.kit.paging.PageTokens;
import io.zugabe.segmentation.audience.ChangeTargetGroup;
import io.zugabe.segmentation.audience.ReadTargetGroups;
import io.zugabe.segmentation.audience.TargetGroupStore;
import io.zugabe.segmentation.audience.domain.GroupChange;
import io.zugabe.segmentation.audience.domain.TargetGroup;
import io.zugabe.segmentation.v1.CreateTargetGroupRequest;
import io.zugabe.segmentation.v1.CreateTargetGroupResponse;
import io.zugabe.segmentation.v1.DeleteTargetGroupRequest;
import io.zugabe.segmentation.v1.DeleteTargetGroupResponse;
import io.zugabe.segmentation.v1.GetTargetGroupRequest;
import io.zugabe.segmentation.v1.GetTargetGroupResponse;
import io.zugabe.segmentation.v1.ListTargetGroupChangesRequest;
import io.zugabe.segmentation.v1.ListTargetGroupChangesResponse;
import io.zugabe.segmentation.v1.ListTargetGroupsRequest;
import io.zugabe.segmentation.v1.ListTargetGroupsResponse;
import io.zugabe.segmentation.v1.UpdateTargetGroupRequest;
import io.zugabe.segmentation.v1.UpdateTargetGroupResponse;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The calls about definitions of target groups. */
@Singleton
class GroupCalls {

    private static final PageTokens GROUPS = new PageTokens(List.of("target groups"));
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final ChangeTargetGroup changeTargetGroup;
    private final ReadTargetGroups readTargetGroups;
    private final TargetGroupStore store;
    private final DefinitionReader definitions;

    GroupCalls(
            ChangeTargetGroup changeTargetGroup,
            ReadTargetGroups readTargetGroups,
            TargetGroupStore store,
            DefinitionReader definitions) {
        this.changeTargetGroup = changeTargetGroup;
        this.readTargetGroups = readTargetGroups;
        this.store = store;
        this.definitions = definitions;
    }

    Uni<CreateTargetGroupResponse> create(CreateTargetGroupRequest request) {
        String actor = Actor.current();
        return definitions
                .read(request.getDefinition())
                .chain(definition -> changeTargetGroup.create(definition, actor))
                .map(group -> CreateTargetGroupResponse.newBuilder()
                        .setTargetGroup(GroupMessages.message(group))
                        .build());
    }

    Uni<UpdateTargetGroupResponse> update(UpdateTargetGroupRequest request) {
        Violations violations = Violations.ofRequest();
        violations.checkLength("etag", request.getEtag(), 1, 100);
        violations.throwIfAny();
        String actor = Actor.current();
        return definitions
                .read(request.getDefinition())
                .chain(definition -> changeTargetGroup.update(definition, request.getEtag(), actor))
                .map(group -> UpdateTargetGroupResponse.newBuilder()
                        .setTargetGroup(GroupMessages.message(group))
                        .build());
    }

    Uni<GetTargetGroupResponse> get(GetTargetGroupRequest request) {
        checkId(request.getTargetGroupId());
        return readTargetGroups
                .get(request.getTargetGroupId())
                .map(group -> GetTargetGroupResponse.newBuilder()
                        .setTargetGroup(GroupMessages.message(group))
                        .build());
    }

    Uni<DeleteTargetGroupResponse> delete(DeleteTargetGroupRequest request) {
        checkId(request.getTargetGroupId());
        return changeTargetGroup
                .delete(request.getTargetGroupId(), request.getEtag(), Actor.current())
                .replaceWith(DeleteTargetGroupResponse.getDefaultInstance());
    }

    Uni<ListTargetGroupsResponse> list(ListTargetGroupsRequest request) {
        Violations violations = Violations.ofRequest();
        PageRequest page = GROUPS.read(request.getPageSize(), request.getPageToken(), violations);
        violations.throwIfAny();
        return store.list(page).map(found -> {
            ListTargetGroupsResponse.Builder response = ListTargetGroupsResponse.newBuilder();
            found.stream().limit(page.size()).map(GroupMessages::message).forEach(response::addTargetGroups);
            return response.setNextPageToken(next(GROUPS, found, page, TargetGroup::id))
                    .build();
        });
    }

    Uni<ListTargetGroupChangesResponse> changes(ListTargetGroupChangesRequest request) {
        Violations violations = Violations.ofRequest();
        PageTokens tokens = new PageTokens(List.of("target group changes", request.getTargetGroupId()));
        PageRequest page = tokens.read(request.getPageSize(), request.getPageToken(), violations);
        violations.check(
                page.after().isEmpty() || NUMBER.matcher(page.after()).matches(),
                "page_token",
                request.getPageToken(),
                "is no token of a page of this list");
        violations.throwIfAny();
        return store.changes(request.getTargetGroupId(), page).map(found -> {
            ListTargetGroupChangesResponse.Builder response = ListTargetGroupChangesResponse.newBuilder();
            found.stream().limit(page.size()).map(GroupMessages::message).forEach(response::addChanges);
            Function<GroupChange, String> number = change -> Long.toString(change.number());
            return response.setNextPageToken(next(tokens, found, page, number)).build();
        });
    }

    private static <T> String next(PageTokens tokens, List<T> found, PageRequest page, Function<T, String> key) {
        return found.size() > page.size() ? tokens.write(key.apply(found.get(page.size() - 1))) : "";
    }

    static void checkId(String id) {
        Violations violations = Violations.ofRequest();
        violations.checkPattern("target_group_id", id, DefinitionReader.ID, DefinitionReader.ID_FORM);
        violations.throwIfAny();
    }
}
