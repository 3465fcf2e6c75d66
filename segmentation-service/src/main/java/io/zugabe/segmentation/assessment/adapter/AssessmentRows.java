package io.zugabe.segmentation.assessment.adapter;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.segmentation.assessment.domain.Assessed;
import io.zugabe.segmentation.feature.adapter.FeatureCodec;
import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Assessments as columns, in the order of subjects, so that two writers cannot wait for each other. */
final class AssessmentRows {

    private final List<Assessed> sorted;

    AssessmentRows(Collection<Assessed> assessed) {
        this.sorted = assessed.stream()
                .sorted(Comparator.comparing(each -> each.subject().key()))
                .toList();
    }

    boolean none() {
        return sorted.isEmpty();
    }

    Tuple assessments() {
        return Tuple.tuple()
                .addArrayOfString(
                        sorted.stream().map(each -> each.subject().key()).toArray(String[]::new))
                .addArrayOfLong(sorted.stream().map(Assessed::revision).toArray(Long[]::new))
                .addArrayOfLong(sorted.stream().map(Assessed::version).toArray(Long[]::new))
                .addArrayOfOffsetDateTime(sorted.stream()
                        .map(each -> each.time().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new))
                .addValue(sorted.stream()
                        .map(each -> Buffer.buffer(FeatureCodec.encode(each.features())))
                        .toArray(Buffer[]::new))
                .addValue(sorted.stream().map(each -> buffer(each.message())).toArray(Buffer[]::new));
    }

    Tuple kept(Set<String> saved) {
        List<Membership> memberships = list(saved);
        return Tuple.tuple()
                .addArrayOfString(saved.toArray(String[]::new))
                .addArrayOfString(memberships.stream().map(Membership::subject).toArray(String[]::new))
                .addArrayOfString(
                        memberships.stream().map(each -> each.in().segmentId()).toArray(String[]::new));
    }

    Tuple memberships(Set<String> saved) {
        List<Membership> memberships = list(saved);
        return Tuple.tuple()
                .addArrayOfString(memberships.stream().map(Membership::subject).toArray(String[]::new))
                .addArrayOfString(
                        memberships.stream().map(each -> each.in().segmentId()).toArray(String[]::new))
                .addArrayOfInteger(
                        memberships.stream().map(each -> each.in().version()).toArray(Integer[]::new))
                .addArrayOfOffsetDateTime(memberships.stream()
                        .map(each -> each.in().since().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new));
    }

    private record Membership(String subject, Assessed.InSegment in) {}

    private List<Membership> list(Set<String> saved) {
        return sorted.stream()
                .filter(each -> saved.contains(each.subject().key()))
                .flatMap(each -> each.segments().stream()
                        .map(in -> new Membership(each.subject().key(), in)))
                .toList();
    }

    private static Buffer buffer(ByteBuffer message) {
        byte[] bytes = new byte[message.remaining()];
        message.duplicate().get(bytes);
        return Buffer.buffer(bytes);
    }
}
