package io.zugabe.segmentation.audience.endpoint;

import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.Violations;
import io.zugabe.segmentation.audience.adapter.DefinitionMessages;
import io.zugabe.segmentation.audience.domain.GroupDefinition;
import io.zugabe.segmentation.segment.CurrentSegments;
import io.zugabe.segmentation.segment.FollowRules;
import io.zugabe.segmentation.segment.domain.Nearest;
import io.zugabe.segmentation.v1.TargetGroupDefinition;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.regex.Pattern;

/** Reads definitions of target groups from requests. */
@Singleton
class DefinitionReader {

    static final Pattern ID = Pattern.compile("[a-z0-9_-]{1,60}");
    static final String ID_FORM = "must be 1 to 60 characters of [a-z0-9_-]";
    private static final int MOST_TRAITS = 20;
    private static final double MOST_HELD_OUT = 0.5;

    private final TraitReader traits;
    private final CurrentSegments segments;
    private final FollowRules followRules;

    DefinitionReader(TraitReader traits, CurrentSegments segments, FollowRules followRules) {
        this.traits = traits;
        this.segments = segments;
        this.followRules = followRules;
    }

    /** The definition; refuses one that is not valid, or names segments that are not in force. */
    Uni<GroupDefinition> read(TargetGroupDefinition message) {
        return followRules.catchUp().map(_ -> check(message));
    }

    private GroupDefinition check(TargetGroupDefinition message) {
        Violations violations = Violations.ofRequest();
        Violations at = violations.at("definition");
        at.checkPattern("target_group_id", message.getTargetGroupId(), ID, ID_FORM);
        at.checkLength("name", message.getName(), 1, 100);
        at.checkLength("description", message.getDescription(), 0, 1_000);
        double share = message.getControlShare();
        at.check(share >= 0 && share <= MOST_HELD_OUT, "control_share", share, "must be in [0, 0.5]");
        switch (message.getChannel()) {
            case CHANNEL_PAGE, CHANNEL_EMAIL, CHANNEL_PUSH, CHANNEL_AGENT -> {}
            case CHANNEL_UNSPECIFIED, UNRECOGNIZED ->
                at.add("channel", "is required: CHANNEL_PAGE, CHANNEL_EMAIL, CHANNEL_PUSH or CHANNEL_AGENT");
        }
        checkAudience(message, at);
        violations.throwIfAny();
        return DefinitionMessages.definition(message);
    }

    private void checkAudience(TargetGroupDefinition message, Violations at) {
        switch (message.getAudienceCase()) {
            case OWNERS_MISSING -> checkMissing(message.getOwnersMissing(), at);
            case LOOK_ALIKES -> {
                traits.checkAnchor(message.getLookAlikes().getAnchor(), "look_alikes.anchor", at);
                double share = message.getLookAlikes().getTopShare();
                at.check(share >= 0 && share <= 1, "look_alikes.top_share", share, "must be in (0, 1], or 0 for 0.1");
            }
            case SEGMENT_MEMBERS -> {
                at.checkPattern(
                        "segment_members.segment_id",
                        message.getSegmentMembers().getSegmentId(),
                        TraitReader.SEGMENT,
                        TraitReader.SEGMENT_FORM);
                checkInForce(message.getSegmentMembers().getSegmentId(), "segment_members.segment_id", at);
                if (message.getSegmentMembers().hasMissing()) {
                    traits.checkAnchor(message.getSegmentMembers().getMissing(), "segment_members.missing", at);
                }
            }
            case AUDIENCE_NOT_SET -> at.add("audience", "is required: owners_missing, look_alikes or segment_members");
        }
    }

    private void checkInForce(String segmentId, String field, Violations at) {
        if (TraitReader.SEGMENT.matcher(segmentId).matches()) {
            List<String> inForce = segments.book().ids();
            List<String> near = Nearest.to(segmentId, inForce);
            at.check(
                    inForce.contains(segmentId),
                    field,
                    segmentId,
                    "is no segment in force"
                            + (near.isEmpty()
                                    ? "; ListSegments lists those there are"
                                    : "; near to it: " + String.join(", ", near)));
        }
    }

    private void checkMissing(TargetGroupDefinition.OwnersMissing missing, Violations at) {
        traits.checkAnchor(missing.getAnchor(), "owners_missing.anchor", at);
        traits.check(missing.getTraitsList(), "owners_missing.traits", MOST_TRAITS, at);
        for (int i = 0; i < Math.min(MOST_TRAITS, missing.getTraitsCount()); i++) {
            if (missing.getTraits(i).hasSegmentId()) {
                checkInForce(missing.getTraits(i).getSegmentId(), "owners_missing.traits[" + i + "].segment_id", at);
            }
        }
        at.checkRange("owners_missing.best_traits", missing.getBestTraits(), 0, MOST_TRAITS);
        int most = missing.getTraitsCount() > 0 ? missing.getTraitsCount() : MOST_TRAITS;
        at.checkRange("owners_missing.min_shared", missing.getMinShared(), 0, most);
    }
}
