package io.zugabe.recommendation.decision.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What happened at one stage.
 *
 * @param entered number of candidates that entered
 * @param left number of candidates that went on
 * @param candidates at most {@link #MOST}
 * @param notes what the stage decided as a whole, in English
 */
public record StageTrace(String stage, int entered, int left, List<CandidateTrace> candidates, List<String> notes) {

    public static final int MOST = 500;

    /**
     * What a stage did with a candidate.
     *
     * @param code why it was dropped, or where it came from
     * @param numbers term by term
     */
    public record CandidateTrace(
            String productId, boolean passed, String code, String detail, Map<String, Double> numbers) {}

    /** Collects the trace of one stage. */
    static final class Writer {

        private final String stage;
        private final List<CandidateTrace> candidates = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private final boolean writing;
        private int entered;
        private int left;

        /**
         * Begins a stage.
         *
         * @param writing false to count only: what nobody reads need not be written
         */
        Writer(String stage, boolean writing) {
            this.stage = stage;
            this.writing = writing;
        }

        /** Whether somebody will read it. */
        boolean isWriting() {
            return writing;
        }

        void passed(String productId, String code, Map<String, Double> numbers) {
            passed(productId, code, () -> numbers);
        }

        void passed(String productId, String code, Supplier<Map<String, Double>> numbers) {
            passed(productId, () -> code, numbers);
        }

        void passed(String productId, Supplier<String> code, Supplier<Map<String, Double>> numbers) {
            entered++;
            left++;
            if (hasRoom()) {
                candidates.add(new CandidateTrace(productId, true, code.get(), "", numbers.get()));
            }
        }

        void dropped(String productId, Drop drop) {
            dropped(productId, drop, Map::of);
        }

        void dropped(String productId, Drop drop, Map<String, Double> numbers) {
            dropped(productId, drop, () -> numbers);
        }

        void dropped(String productId, Drop drop, Supplier<Map<String, Double>> numbers) {
            entered++;
            if (hasRoom()) {
                candidates.add(new CandidateTrace(productId, false, drop.name(), drop.sentence(), numbers.get()));
            }
        }

        /** Counts candidates of which nothing is written. */
        void count(int in, int out) {
            entered += in;
            left += out;
        }

        void note(String sentence) {
            note(() -> sentence);
        }

        void note(Supplier<String> sentence) {
            if (writing && notes.size() < MOST) {
                notes.add(sentence.get());
            }
        }

        StageTrace done() {
            return new StageTrace(stage, entered, left, List.copyOf(candidates), List.copyOf(notes));
        }

        private boolean hasRoom() {
            return writing && candidates.size() < MOST;
        }
    }
}
