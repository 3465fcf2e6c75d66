package io.zugabe.segmentation.treatment.domain;

import io.zugabe.segmentation.treatment.domain.QuietProduct.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/**
 * How long single products are quiet.
 *
 * @param dismissed after their offer was dismissed; zero for not at all
 * @param bought after they were bought; zero for not at all
 */
public record QuietTimes(Duration dismissed, Duration bought) {

    /** What holds where a policy does not say. */
    public static final QuietTimes DEFAULT = new QuietTimes(Duration.ofDays(60), Duration.ofDays(14));

    private static final int MOST = 100;
    private static final Comparator<QuietProduct> LATEST_END_FIRST =
            Comparator.comparing(QuietProduct::until).reversed().thenComparing(QuietProduct::productId);

    List<QuietProduct> quietProducts(TreatmentFacts facts, Instant now) {
        Map<String, QuietProduct> quiet = new HashMap<>();
        collect(facts.dismissed(), dismissed, Reason.DISMISSED, now, quiet);
        collect(facts.bought(), bought, Reason.JUST_BOUGHT, now, quiet);
        return quiet.values().stream().sorted(LATEST_END_FIRST).limit(MOST).toList();
    }

    private static void collect(
            Map<String, Instant> times, Duration span, Reason reason, Instant now, Map<String, QuietProduct> quiet) {
        times.forEach((product, time) -> {
            Instant end = time.plus(span);
            if (now.isBefore(end)) {
                quiet.merge(
                        product,
                        new QuietProduct(product, end, reason),
                        BinaryOperator.maxBy(Comparator.comparing(QuietProduct::until)));
            }
        });
    }
}
