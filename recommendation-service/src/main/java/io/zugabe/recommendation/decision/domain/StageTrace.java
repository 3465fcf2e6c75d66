package io.zugabe.recommendation.decision.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
        private int entered;
        private int left;

        Writer(String stage) {
            this.stage = stage;
        }

        void passed(String productId, String code, Map<String, Double> numbers) {
            entered++;
            left++;
            add(new CandidateTrace(productId, true, code, "", numbers));
        }

        void dropped(String productId, Drop drop) {
            dropped(productId, drop, Map.of());
        }

        void dropped(String productId, Drop drop, Map<String, Double> numbers) {
            entered++;
            add(new CandidateTrace(productId, false, drop.name(), drop.sentence(), numbers));
        }

        void note(String sentence) {
            if (notes.size() < MOST) {
                notes.add(sentence);
            }
        }

        StageTrace done() {
            return new StageTrace(stage, entered, left, List.copyOf(candidates), List.copyOf(notes));
        }

        private void add(CandidateTrace candidate) {
            if (candidates.size() < MOST) {
                candidates.add(candidate);
            }
        }
    }
}
