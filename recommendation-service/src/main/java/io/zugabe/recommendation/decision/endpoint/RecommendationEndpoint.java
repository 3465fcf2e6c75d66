package io.zugabe.recommendation.decision.endpoint;

import com.google.protobuf.InvalidProtocolBufferException;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.Violations;
import io.zugabe.recommendation.decision.ExplainDecision;
import io.zugabe.recommendation.decision.ExplainDecision.Explained;
import io.zugabe.recommendation.decision.RecommendOffers;
import io.zugabe.recommendation.decision.adapter.DecisionWriter;
import io.zugabe.recommendation.v1.DecisionTrace;
import io.zugabe.recommendation.v1.ExplainDecisionRequest;
import io.zugabe.recommendation.v1.ExplainDecisionResponse;
import io.zugabe.recommendation.v1.RecommendRequest;
import io.zugabe.recommendation.v1.RecommendResponse;
import io.zugabe.recommendation.v1.RecommendationService;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.UUID;
import java.util.regex.Pattern;

/** {@code zugabe.recommendation.v1.RecommendationService}. */
@GrpcService
public class RecommendationEndpoint implements RecommendationService {

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");

    private final RecommendOffers recommend;
    private final ExplainDecision explain;
    private final Clock clock = Clock.systemUTC();

    public RecommendationEndpoint(RecommendOffers recommend, ExplainDecision explain) {
        this.recommend = recommend;
        this.explain = explain;
    }

    @Override
    public Uni<RecommendResponse> recommend(RecommendRequest request) {
        return recommend.recommend(RequestReader.read(request, clock.instant())).map(DecisionWriter::reply);
    }

    @Override
    public Uni<ExplainDecisionResponse> explainDecision(ExplainDecisionRequest request) {
        Violations violations = Violations.ofRequest();
        violations.checkPattern(
                "decision_id", request.getDecisionId(), UUID_FORM, "must be the decision_id of a Recommend reply");
        violations.throwIfAny();
        return explain.explain(UUID.fromString(request.getDecisionId()))
                .map(RecommendationEndpoint::trace)
                .map(trace ->
                        ExplainDecisionResponse.newBuilder().setTrace(trace).build());
    }

    private static DecisionTrace trace(Explained explained) {
        return switch (explained) {
            case Explained.Recalled recalled -> DecisionWriter.trace(recalled.decision());
            case Explained.Archived archived -> parse(archived.trace());
        };
    }

    private static DecisionTrace parse(byte[] serialized) {
        try {
            return DecisionTrace.parseFrom(serialized);
        } catch (InvalidProtocolBufferException corrupt) {
            throw new UncheckedIOException("an archived decision cannot be read", corrupt);
        }
    }
}
