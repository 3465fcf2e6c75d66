package io.zugabe.recommendation.feedback;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.recommendation.feedback.domain.Feedback;
import io.zugabe.recommendation.feedback.domain.OfferHappening;
import io.zugabe.recommendation.incentives.SeenIncentives;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Records what became of offers: in the event log, from which everything else follows, and, where a customer says that
 * an offer does not fit, as a dispute about the pair.
 */
@Singleton
public class RecordFeedback {

    private final FeedbackLog log;
    private final MisfitDisputes disputes;
    private final SeenIncentives seen;
    private final MeterRegistry metrics;

    public RecordFeedback(FeedbackLog log, MisfitDisputes disputes, SeenIncentives seen, MeterRegistry metrics) {
        this.log = log;
        this.disputes = disputes;
        this.seen = seen;
        this.metrics = metrics;
    }

    /**
     * Records a batch; done when it is durable. Fails as a whole if the log cannot take it now.
     *
     * @param batch by place in the batch
     * @return the results by place
     */
    public Uni<Map<Integer, Result>> record(Map<Integer, Feedback> batch) {
        List<OfferHappening> happenings = OfferHappening.of(new TreeMap<>(batch));
        Uni<Map<Integer, ZugabeException>> appended =
                happenings.isEmpty() ? Uni.createFrom().item(Map.of()) : log.append(happenings);
        return appended.chain(refused -> results(batch, happenings, refused));
    }

    private Uni<Map<Integer, Result>> results(
            Map<Integer, Feedback> batch, List<OfferHappening> happenings, Map<Integer, ZugabeException> refused) {
        Map<Integer, Result> results = new HashMap<>();
        batch.forEach((item, feedback) -> {
            if (feedback.offer().preview()) {
                results.put(item, new Result.Preview());
            }
        });
        return Multi.createFrom()
                .range(0, happenings.size())
                .onItem()
                .transformToUniAndConcatenate(each -> result(happenings.get(each), refused.get(each))
                        .invoke(result -> happenings.get(each).items().forEach(item -> results.put(item, result))))
                .collect()
                .last()
                .replaceWith(results);
    }

    private Uni<Result> result(OfferHappening happening, @Nullable ZugabeException refusal) {
        return refusal == null ? seen.seen(happening.offers()).chain(() -> told(happening)) : refused(refusal);
    }

    private static Uni<Result> refused(ZugabeException refusal) {
        return Uni.createFrom().item(new Result.Refused(refusal));
    }

    private Uni<Result> told(OfferHappening happening) {
        metrics.counter("zugabe.feedback", "action", happening.action().name())
                .increment(happening.offers().size());
        boolean disputed = happening.action() == Feedback.Action.DOES_NOT_FIT
                && !happening.offers().getFirst().origin().anchor().isEmpty();
        return disputed
                ? disputes.report(happening.offers().getFirst(), happening.id())
                        .<Result>map(Result.Recorded::new)
                        .onFailure(ZugabeException.class)
                        .recoverWithItem(failure -> new Result.Refused((ZugabeException) failure))
                : Uni.createFrom().item(new Result.Recorded(""));
    }

    /** What became of an item. */
    public sealed interface Result {

        /** It is in the log. */
        record Recorded(String dispute) implements Result {}

        /** Nothing: the decision was a preview. */
        record Preview() implements Result {}

        /** It was refused, or has to be sent again. */
        record Refused(ZugabeException why) implements Result {}
    }
}
