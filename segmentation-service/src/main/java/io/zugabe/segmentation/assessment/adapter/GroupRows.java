package io.zugabe.segmentation.assessment.adapter;

import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.zugabe.segmentation.assessment.domain.ServedProfile;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.profile.domain.Limits;
import io.zugabe.segmentation.profile.domain.Profile;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a group, put together as they come. */
final class GroupRows {

    private final List<Subject> others = new ArrayList<>();
    private final Subject canonical;
    private Profile profile;
    private boolean known;
    private long version;
    private @Nullable ByteBuffer assessment;
    private long assessmentRevision;
    private @Nullable ServedProfile served;

    GroupRows(Subject canonical) {
        this.canonical = canonical;
        this.profile = Profile.empty(canonical, Limits.STANDARD);
    }

    void add(Subject member, Row row) {
        version = Math.max(version, row.getLong(3));
        if (!member.equals(canonical) && row.getBoolean(2)) {
            others.add(member);
        }
        if (row.getBuffer(5) != null) {
            known = true;
            version = Math.max(version, row.getLong(4));
            profile = profile.merge(PostgresGroups.profile(member, row));
        }
        Buffer message = row.getBuffer(7);
        if (message != null) {
            assessmentRevision = row.getLong(6);
            assessment = ByteBuffer.wrap(message.getBytes()).asReadOnlyBuffer();
        }
    }

    /** Whether anything happened to anybody of the group. */
    boolean known() {
        return known;
    }

    /** The group, when all rows are in; the same object for everybody of it. */
    ServedProfile served() {
        ServedProfile made = served;
        if (made == null) {
            others.sort(Comparator.comparing(Subject::key));
            made = new ServedProfile(profile, version, List.copyOf(others), assessment, assessmentRevision);
            served = made;
        }
        return made;
    }
}
