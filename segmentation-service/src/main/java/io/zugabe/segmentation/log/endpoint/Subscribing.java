package io.zugabe.segmentation.log.endpoint;

import io.grpc.stub.ServerCallStreamObserver;
import io.zugabe.kit.error.FailureTranslator;
import io.zugabe.kit.error.Violations;
import io.zugabe.segmentation.log.EventLog;
import io.zugabe.segmentation.log.LogTail;
import io.zugabe.segmentation.log.domain.EventKind;
import io.zugabe.segmentation.v1.SubscribeRequest;
import io.zugabe.segmentation.v1.SubscribeResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Opens the streams that read. */
@ApplicationScoped
public class Subscribing {

    private static final String KINDS =
            Arrays.stream(EventKind.values()).map(EventKind::wireName).collect(Collectors.joining(", "));

    private static final Pattern NAME = Pattern.compile("[a-z0-9_-]{1,40}");

    private final EventLog log;
    private final LogTail tail;
    private final FailureTranslator failures;
    private final OpenStreams streams;
    private final SubscriberLags lags;

    public Subscribing(
            EventLog log, LogTail tail, FailureTranslator failures, OpenStreams streams, SubscriberLags lags) {
        this.log = log;
        this.tail = tail;
        this.failures = failures;
        this.streams = streams;
        this.lags = lags;
    }

    void open(SubscribeRequest request, ServerCallStreamObserver<SubscribeResponse> answers) {
        Set<EventKind> kinds = kinds(request);
        new SubscribeStream(answers, log, tail, failures, streams, lags, kinds, request).start();
    }

    private static Set<EventKind> kinds(SubscribeRequest request) {
        Violations violations = Violations.ofRequest();
        violations.checkRange("position", request.getPosition(), 0, Long.MAX_VALUE);
        if (!request.getSubscriberName().isEmpty()) {
            violations.checkPattern(
                    "subscriber_name", request.getSubscriberName(), NAME, "must be 1 to 40 characters of [a-z0-9_-]");
        }
        Set<EventKind> kinds = EnumSet.noneOf(EventKind.class);
        for (int i = 0; i < request.getKindsCount(); i++) {
            String name = request.getKinds(i);
            Optional<EventKind> kind = EventKind.ofWireName(name);
            violations.check(
                    kind.isPresent(), "kinds[" + i + "]", name, "is no kind of event; must be one of " + KINDS);
            kind.ifPresent(kinds::add);
        }
        violations.throwIfAny();
        return kinds;
    }
}
