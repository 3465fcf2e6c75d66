package io.zugabe.bench.sessions;

import io.zugabe.bench.Bench;
import io.zugabe.bench.Figures;
import io.zugabe.bench.Options;
import io.zugabe.recommendation.sessions.domain.Click;
import io.zugabe.recommendation.sessions.domain.Neighbourhood;
import io.zugabe.recommendation.sessions.domain.SessionIndex;
import io.zugabe.recommendation.sessions.domain.SessionModel;
import io.zugabe.recommendation.sessions.domain.VmisKnn;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How well and how fast session neighbours predict; all in this process, on one thread. */
public final class SessionsBench {

    private static final int CAPACITY = 1_000_000;
    private static final long NO_GAP = Long.MAX_VALUE / 2;
    private static final int WARM_UP = 10;
    private static final int ROUNDS = 20;
    private static final int INDEX_ROUNDS = 7;
    private static final double NANOS_PER_MICRO = 1_000;

    private SessionsBench() {}

    public static String run(Options options) throws IOException {
        SessionData data = SessionData.read(options.data()
                .orElseThrow(() -> new IllegalArgumentException("--data DIR is needed: the folder with train.tsv.gz")));
        Bench.say(
                "%d clicks to learn from, %d visits to predict",
                data.training().size(), data.tests().size());
        double updateMicros = updateMicros(data.training());
        SessionModel model = model(data.training());

        Accuracy earlier = Accuracy.measure(model, data.tests(), Repeats.EARLIER);
        Accuracy all = Accuracy.measure(model, data.tests(), Repeats.ALL);
        Accuracy none = Accuracy.measure(model, data.tests(), Repeats.NONE);
        Bench.say(
                "only what is new to the visit: %d of %d next clicks are, %.4f of those among %d, all %.4f",
                none.possible(),
                none.predictions(),
                (double) none.hits() / none.possible(),
                Accuracy.LENGTH,
                none.hitRate());
        long[] nanos = predictionNanos(model, data.tests(), Repeats.EARLIER);
        tellLatency("with repeats of all", predictionNanos(model, data.tests(), Repeats.ALL));
        tellLatency("only what is new", predictionNanos(model, data.tests(), Repeats.NONE));
        return new Figures()
                .count("predictions", earlier.predictions())
                .number("hitRate20", earlier.hitRate(), 4)
                .number("mrr20", earlier.meanReciprocalRank(), 4)
                .number("hitRate20WithRepeats", all.hitRate(), 4)
                .number("mrr20WithRepeats", all.meanReciprocalRank(), 4)
                .number("p50Micros", percentile(nanos, 0.5), 1)
                .number("p90Micros", percentile(nanos, 0.9), 1)
                .number("p995Micros", percentile(nanos, 0.995), 1)
                .number("updateMicros", updateMicros, 2)
                .json();
    }

    private static SessionIndex index() {
        return new SessionIndex(CAPACITY, Neighbourhood.USUAL.sample(), NO_GAP);
    }

    private static SessionModel model(List<Click> clicks) {
        SessionIndex index = index();
        clicks.forEach(index::take);
        return index.publish(clicks.size());
    }

    /** What a click costs that is published at once, for all to read; median of the rounds. */
    private static double updateMicros(List<Click> clicks) {
        long[] rounds = new long[INDEX_ROUNDS];
        for (int round = 0; round < INDEX_ROUNDS; round++) {
            SessionIndex index = index();
            long start = System.nanoTime();
            for (Click click : clicks) {
                index.take(click);
                index.publish(0);
            }
            rounds[round] = (System.nanoTime() - start) / clicks.size();
        }
        return percentile(rounds, 0.5);
    }

    private static long[] predictionNanos(SessionModel model, List<int[]> visits, Repeats repeats) {
        VmisKnn search = new VmisKnn(Neighbourhood.USUAL);
        List<int[]> questions = visits.stream().flatMap(SessionsBench::prefixes).toList();
        List<int[]> excluded = questions.stream().map(repeats::excluded).toList();
        long[] nanos = new long[questions.size() * ROUNDS];
        for (int call = -WARM_UP * questions.size(); call < nanos.length; call++) {
            int question = Math.floorMod(call, questions.size());
            long start = System.nanoTime();
            search.predict(model, questions.get(question), excluded.get(question), Accuracy.LENGTH, product -> true);
            long took = System.nanoTime() - start;
            if (call >= 0) {
                nanos[call] = took;
            }
        }
        return nanos;
    }

    private static Stream<int[]> prefixes(int[] clicks) {
        return IntStream.range(1, clicks.length).mapToObj(length -> Arrays.copyOf(clicks, length));
    }

    private static void tellLatency(String what, long[] nanos) {
        Bench.say(
                "%s: p50 %.1f µs, p90 %.1f µs, p99.5 %.1f µs",
                what, percentile(nanos, 0.5), percentile(nanos, 0.9), percentile(nanos, 0.995));
    }

    private static double percentile(long[] nanos, double share) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))] / NANOS_PER_MICRO;
    }
}
