package io.zugabe.segmentation.segment.endpoint;

import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.Violations;
import io.zugabe.kit.paging.Page;
import io.zugabe.kit.paging.PageRequest;
import io.zugabe.kit.paging.PageTokens;
import io.zugabe.segmentation.feature.domain.Feature;
import io.zugabe.segmentation.segment.DeclaredFeatures;
import io.zugabe.segmentation.segment.ReadSegments;
import io.zugabe.segmentation.segment.SegmentMembers.Member;
import io.zugabe.segmentation.segment.domain.SegmentChange;
import io.zugabe.segmentation.v1.GetSegmentRequest;
import io.zugabe.segmentation.v1.ListFeaturesRequest;
import io.zugabe.segmentation.v1.ListFeaturesResponse;
import io.zugabe.segmentation.v1.ListSegmentChangesRequest;
import io.zugabe.segmentation.v1.ListSegmentChangesResponse;
import io.zugabe.segmentation.v1.ListSegmentMembersRequest;
import io.zugabe.segmentation.v1.ListSegmentMembersResponse;
import io.zugabe.segmentation.v1.ListSegmentsRequest;
import io.zugabe.segmentation.v1.ListSegmentsResponse;
import io.zugabe.segmentation.v1.Segment;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/** The calls that read. */
@ApplicationScoped
class SegmentLists {

    private final ReadSegments segments;
    private final DeclaredFeatures features;
    private final SegmentMessages messages;

    SegmentLists(ReadSegments segments, DeclaredFeatures features, SegmentMessages messages) {
        this.segments = segments;
        this.features = features;
        this.messages = messages;
    }

    Uni<Segment> get(GetSegmentRequest request) {
        Violations violations = Violations.ofRequest();
        DefinitionReader.checkId(violations, "segment_id", request.getSegmentId());
        violations.throwIfAny();
        return segments.find(request.getSegmentId())
                .map(messages::message)
                .chain(segment -> segments.size(request.getSegmentId())
                        .map(size -> segment.toBuilder().setSize(size).build()))
                .chain(segment -> segments.evaluation()
                        .map(sweep -> segment.toBuilder()
                                .setEvaluation(SegmentMessages.message(sweep))
                                .build()));
    }

    Uni<ListSegmentsResponse> segments(ListSegmentsRequest request) {
        PageTokens tokens = new PageTokens(List.of("segments", Boolean.toString(request.getIncludeArchived())));
        PageRequest page = read(tokens, request.getPageSize(), request.getPageToken());
        return segments.list(page.after(), page.size() + 1, request.getIncludeArchived())
                .map(found -> cut(found, page, io.zugabe.segmentation.segment.Segment::id))
                .map(cut -> ListSegmentsResponse.newBuilder()
                        .addAllSegments(
                                cut.entries().stream().map(messages::message).toList())
                        .setNextPageToken(tokens.write(cut.next()))
                        .build());
    }

    Uni<ListSegmentMembersResponse> members(ListSegmentMembersRequest request) {
        Violations violations = Violations.ofRequest();
        DefinitionReader.checkId(violations, "segment_id", request.getSegmentId());
        PageTokens tokens = new PageTokens(List.of("members", request.getSegmentId()));
        PageRequest page = tokens.read(request.getPageSize(), request.getPageToken(), violations);
        violations.throwIfAny();
        return segments.members(request.getSegmentId(), page.after(), page.size() + 1)
                .map(found ->
                        cut(found, page, (Member member) -> member.subject().key()))
                .map(cut -> ListSegmentMembersResponse.newBuilder()
                        .addAllMembers(cut.entries().stream()
                                .map(SegmentMessages::message)
                                .toList())
                        .setNextPageToken(tokens.write(cut.next()))
                        .build());
    }

    Uni<ListSegmentChangesResponse> changes(ListSegmentChangesRequest request) {
        PageTokens tokens = new PageTokens(List.of("changes", request.getSegmentId()));
        PageRequest page = read(tokens, request.getPageSize(), request.getPageToken());
        long before = page.after().isEmpty() ? Long.MAX_VALUE : Long.parseLong(page.after());
        return segments.changes(request.getSegmentId(), before, page.size() + 1)
                .map(found -> cut(found, page, (SegmentChange change) -> Long.toString(change.id())))
                .map(cut -> ListSegmentChangesResponse.newBuilder()
                        .addAllChanges(cut.entries().stream()
                                .map(SegmentMessages::message)
                                .toList())
                        .setNextPageToken(tokens.write(cut.next()))
                        .build());
    }

    ListFeaturesResponse features(ListFeaturesRequest request) {
        PageTokens tokens = new PageTokens(List.of("features"));
        PageRequest page = read(tokens, request.getPageSize(), request.getPageToken());
        Page<Feature> cut = Page.of(new TreeMap<>(features.all()).values(), Feature::name, page);
        return ListFeaturesResponse.newBuilder()
                .addAllFeatures(
                        cut.entries().stream().map(SegmentMessages::message).toList())
                .setNextPageToken(tokens.write(cut.next()))
                .build();
    }

    private static PageRequest read(PageTokens tokens, int pageSize, String pageToken) {
        Violations violations = Violations.ofRequest();
        PageRequest page = tokens.read(pageSize, pageToken, violations);
        violations.throwIfAny();
        return page;
    }

    /** A page of entries of which one more than it holds was read. */
    private static <T> Page<T> cut(List<T> found, PageRequest page, Function<? super T, String> key) {
        boolean more = found.size() > page.size();
        List<T> entries = more ? found.subList(0, page.size()) : found;
        return new Page<>(entries, more ? key.apply(entries.getLast()) : "", found.size());
    }
}
