package io.zugabe.bench.fit;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import io.grpc.stub.ClientCalls;
import io.zugabe.bench.Bench;
import io.zugabe.bench.Load;
import io.zugabe.catalog.v1.CheckFitRequest;
import io.zugabe.catalog.v1.CreateRuleRequest;
import io.zugabe.catalog.v1.FitResult;
import io.zugabe.catalog.v1.FitServiceGrpc;
import io.zugabe.catalog.v1.ListRulesRequest;
import io.zugabe.catalog.v1.PublishRuleRequest;
import io.zugabe.catalog.v1.Rule;
import io.zugabe.catalog.v1.RuleServiceGrpc;
import io.zugabe.common.v1.Evidence;
import io.zugabe.common.v1.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A rule that is changed while the catalog is in use: its condition is turned into the opposite and back again, then it
 * reads an attribute of device and part that no rule read before, and does not any more. Each time it is timed until
 * products that fitted by it do not any more, or do again.
 */
final class Publication {

    private static final String RULE = "synthetic-drill/charger-port";
    private static final String HOST = "synthetic_drill";
    private static final String PART = "synthetic_drill_charger";
    private static final String UNREAD = "colour";
    private static final String UNREAD_VALUE = "red";

    /** Of a device; so the condition reads an attribute of both products, and what it says is known beforehand. */
    private static final String NO_HOSTS_VALUE = "transparent";

    private static final long SEED = 23;
    private static final int DEADLINE_SECONDS = 60;
    private static final int ROUNDS = 6;
    private static final int ANCHORS = 10;
    private static final int CANDIDATES = 500;

    private final Channel channel;
    private final SyntheticCatalog catalog;

    Publication(Channel channel, SyntheticCatalog catalog) {
        this.channel = channel;
        this.catalog = catalog;
    }

    /**
     * The larger of the medians, for either change, of the seconds from the call that creates a draft until all
     * verdicts asked for show it.
     */
    double seconds() {
        Rule rule = call(
                        RuleServiceGrpc.getListRulesMethod(),
                        ListRulesRequest.newBuilder().setRuleId(RULE).build())
                .getRules(0);
        List<CheckFitRequest> watched = watched();
        long fitting = fitting(watched);
        if (fitting == 0) {
            throw new IllegalStateException("no product fits by " + RULE + ": there is nothing to watch");
        }
        long withUnread = fittingWithUnread(watched);
        if (withUnread == 0) {
            throw new IllegalStateException("no part that fits is " + UNREAD_VALUE + ": there is nothing to watch");
        }
        double turned = inTurn("its condition turned", rule, "!(" + rule.getFits() + ")", watched, fitting, 0);
        double reading = inTurn(
                "reading what no rule read before",
                rule,
                "(%s) && (part.%s != \"%s\" || host.%s == \"%s\")"
                        .formatted(rule.getFits(), UNREAD, UNREAD_VALUE, UNREAD, NO_HOSTS_VALUE),
                watched,
                fitting,
                fitting - withUnread);
        return Math.max(turned, reading);
    }

    /** Publishes a rule with another condition and the rule itself, in turn. */
    private double inTurn(
            String how, Rule rule, String condition, List<CheckFitRequest> watched, long before, long after) {
        Rule changed = rule.toBuilder().setFits(condition).build();
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            boolean back = i % 2 == 1;
            long began = System.nanoTime();
            publish(back ? rule : changed);
            awaitFitting(watched, back ? before : after);
            seconds.add((System.nanoTime() - began) / 1e9);
        }
        Bench.say(
                "A rule over %,d pairs of designs, %s, was in force after %s seconds",
                SyntheticFamily.Kind.DEVICE.designs() * (long) SyntheticFamily.Kind.CHARGER.designs(), how, seconds);
        return Load.median(seconds);
    }

    private void publish(Rule rule) {
        Rule draft = call(
                        RuleServiceGrpc.getCreateRuleMethod(),
                        CreateRuleRequest.newBuilder().setRule(rule).build())
                .getRule();
        call(
                RuleServiceGrpc.getPublishRuleMethod(),
                PublishRuleRequest.newBuilder()
                        .setRuleId(draft.getRuleId())
                        .setVersion(draft.getVersion())
                        .build());
    }

    private void awaitFitting(List<CheckFitRequest> watched, long expected) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
        while (fitting(watched) != expected) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the verdicts do not show the published rule after a minute");
            }
        }
    }

    /** How many of the watched pairs fit by parts that have the value that the changed rule rules out. */
    private long fittingWithUnread(List<CheckFitRequest> watched) {
        Set<String> ids = watched.stream()
                .flatMap(request -> request.getCandidateProductIdsList().stream())
                .filter(id -> catalog.product(SyntheticCatalog.number(id))
                        .getAttributesOrThrow(UNREAD)
                        .getText()
                        .equals(UNREAD_VALUE))
                .collect(Collectors.toSet());
        return watched.stream()
                .flatMap(request -> call(FitServiceGrpc.getCheckFitMethod(), request).getResultsList().stream())
                .filter(Publication::fits)
                .filter(result -> ids.contains(result.getCandidateProductId()))
                .count();
    }

    /** How many of the watched pairs fit. */
    private long fitting(List<CheckFitRequest> watched) {
        return watched.stream()
                .flatMap(request -> call(FitServiceGrpc.getCheckFitMethod(), request).getResultsList().stream())
                .filter(Publication::fits)
                .count();
    }

    private static boolean fits(FitResult result) {
        return Set.of(Verdict.VERDICT_FITS, Verdict.VERDICT_FITS_WITH_LIMITS).contains(result.getVerdict());
    }

    /** Devices with chargers that fit them and that no maker states. */
    private List<CheckFitRequest> watched() {
        SplittableRandom random = new SplittableRandom(SEED);
        List<CheckFitRequest> requests = new ArrayList<>();
        for (int i = 0; i < ANCHORS; i++) {
            CheckFitRequest.Builder all = CheckFitRequest.newBuilder()
                    .addAnchorProductIds(SyntheticCatalog.id(anyOf(HOST, random)))
                    .setWithEvidence(true);
            for (int j = 0; j < CANDIDATES; j++) {
                all.addCandidateProductIds(SyntheticCatalog.id(anyOf(PART, random)));
            }
            CheckFitRequest.Builder fitting =
                    CheckFitRequest.newBuilder().addAllAnchorProductIds(all.getAnchorProductIdsList());
            call(FitServiceGrpc.getCheckFitMethod(), all.build()).getResultsList().stream()
                    .filter(Publication::fits)
                    .filter(Publication::byRulesAlone)
                    .forEach(result -> fitting.addCandidateProductIds(result.getCandidateProductId()));
            if (fitting.getCandidateProductIdsCount() > 0) {
                requests.add(fitting.build());
            }
        }
        return requests;
    }

    /** Where a maker has a say, a changed rule changes nothing. */
    private static boolean byRulesAlone(FitResult result) {
        return result.getEvidenceList().stream()
                .allMatch(evidence -> evidence.getSource() == Evidence.Source.SOURCE_RULE);
    }

    private int anyOf(String type, SplittableRandom random) {
        while (true) {
            int product = random.nextInt(catalog.size());
            if (catalog.types().get(catalog.typeOf(product)).type().equals(type)) {
                return product;
            }
        }
    }

    private <Q, R> R call(MethodDescriptor<Q, R> method, Q request) {
        return ClientCalls.blockingUnaryCall(
                channel, method, CallOptions.DEFAULT.withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS), request);
    }
}
