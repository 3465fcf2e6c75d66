package io.zugabe.segmentation.model.endpoint;

import io.zugabe.kit.error.Violations;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.segmentation.SegmentationReason;
import io.zugabe.segmentation.model.Trained;
import io.zugabe.segmentation.model.Trainer;
import io.zugabe.segmentation.model.TrainingContext;
import io.zugabe.segmentation.model.domain.Decision;
import io.zugabe.segmentation.model.domain.Importance;
import io.zugabe.segmentation.model.domain.Interval;
import io.zugabe.segmentation.model.domain.Metric;
import io.zugabe.segmentation.model.domain.ModelCard;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Learns by heart what it is told: the least that is a trainer. */
@ApplicationScoped
class EchoTrainer implements Trainer {

    @Override
    public String kind() {
        return "echo";
    }

    @Override
    public void check(Map<String, String> parameters, Violations violations) {
        violations.check(parameters.containsKey("say"), "parameters.say", "", "is required");
    }

    @Override
    public boolean trainsUnasked() {
        return false;
    }

    @Override
    public Trained train(TrainingContext context) {
        String say = context.parameters().get("say");
        switch (say) {
            case "nothing" ->
                throw ZugabeException.of(SegmentationReason.TRAINING_DATA_INSUFFICIENT, "nothing to learn", Map.of());
            case "for ever" -> trainForEver(context);
            default -> context.report(0.5, "listening");
        }
        ModelCard card = new ModelCard(
                "a test",
                7,
                1,
                List.of(Metric.of("loudness", 3, new Interval(2, 4))),
                List.of(),
                new Decision(!say.equals("bad"), say.equals("bad") ? "it is worse than nothing" : "it is fine"),
                List.of(new Importance("voice", 1)),
                Map.of("learner", "echo"),
                context.seed());
        return new Trained(say.getBytes(StandardCharsets.UTF_8), card);
    }

    private static void trainForEver(TrainingContext context) {
        CountDownLatch never = new CountDownLatch(1);
        while (never.getCount() > 0) {
            context.report(0.1, "learning for ever");
            try {
                never.await(50, java.util.concurrent.TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
