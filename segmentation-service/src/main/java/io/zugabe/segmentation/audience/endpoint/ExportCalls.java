package io.zugabe.segmentation.audience.endpoint;

import io.grpc.stub.ServerCallStreamObserver;
import io.zugabe.kit.error.FailureTranslator;
import io.zugabe.kit.error.Violations;
import io.zugabe.kit.grpc.Actor;
import io.zugabe.kit.paging.PageTokens;
import io.zugabe.segmentation.audience.ExportTargetGroup;
import io.zugabe.segmentation.audience.ExportTargetGroup.Place;
import io.zugabe.segmentation.audience.Progress;
import io.zugabe.segmentation.v1.ExportTargetGroupRequest;
import io.zugabe.segmentation.v1.ExportTargetGroupResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The calls that export target groups. */
@Singleton
class ExportCalls {

    private static final Pattern PLACE = Pattern.compile("(\\d{1,9}) ([!-~]+)");

    private final ExportTargetGroup exportTargetGroup;
    private final FailureTranslator failures;

    ExportCalls(ExportTargetGroup exportTargetGroup, FailureTranslator failures) {
        this.exportTargetGroup = exportTargetGroup;
        this.failures = failures;
    }

    void export(ExportTargetGroupRequest request, ServerCallStreamObserver<ExportTargetGroupResponse> answers) {
        String id = request.getTargetGroupId();
        GroupCalls.checkId(id);
        Violations violations = Violations.ofRequest();
        Duration longest = Spans.read(
                request.hasMaxCountDuration(), request.getMaxCountDuration(), "max_count_duration", violations);
        PageTokens tokens = new PageTokens(List.of("export", id));
        Place place = place(request.getResumeToken(), tokens, violations);
        violations.throwIfAny();
        Progress progress = new Progress(longest);
        new ExportStream(answers, failures, tokens, progress)
                .start(exportTargetGroup.begin(id, place, Actor.current(), progress));
    }

    private static Place place(String token, PageTokens tokens, Violations violations) {
        if (token.isEmpty()) {
            return new Place(0, "");
        }
        Matcher place =
                PLACE.matcher(tokens.read(0, token, Violations.ofRequest()).after());
        return violations.check(place.matches(), "resume_token", token, "is no token of an export of this target group")
                ? new Place(Integer.parseInt(place.group(1)), place.group(2))
                : new Place(0, "");
    }
}
