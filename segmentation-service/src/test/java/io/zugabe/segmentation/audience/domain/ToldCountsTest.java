package io.zugabe.segmentation.audience.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

@Proves("C9")
class ToldCountsTest {

    private static final int LEAST = 20;
    private static final int QUESTIONS = 50_000;

    private final ToldCounts counts = new ToldCounts(bytes("a secret"), LEAST);

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Map<OptionalLong, Integer> told(long count, String series) {
        Map<OptionalLong, Integer> told = new HashMap<>();
        for (int i = 0; i < QUESTIONS; i++) {
            told.merge(counts.tell(count, series + i), 1, Integer::sum);
        }
        return told;
    }

    /** Whatever is told is about as likely with one person more: e^0.3, and what 50,000 draws leave to chance. */
    @Test
    void countsThatDifferByOne_areToldAlike() {
        for (long count : new long[] {0, 10, 19, 20, 60, 1_000}) {
            Map<OptionalLong, Integer> without = told(count, "a");
            Map<OptionalLong, Integer> with = told(count + 1, "b");
            without.forEach((answer, times) -> {
                if (times > 500) {
                    double ratio = (double) with.getOrDefault(answer, 0) / times;
                    assertTrue(
                            Math.abs(Math.log(ratio)) < 6.0 / LEAST + 0.2,
                            () -> answer + " of " + count + ": " + ratio);
                }
            });
        }
    }

    @Test
    void noise_isTheSameForAQuestionAndSmall() {
        int far = 0;
        for (int i = 0; i < QUESTIONS; i++) {
            long told = counts.tell(1_000, "q" + i).orElseThrow();
            assertEquals(told, counts.tell(1_000, "q" + i).orElseThrow());
            assertEquals(0, told % (LEAST / 2));
            far += Math.abs(told - 1_000) > LEAST / 2 ? 1 : 0;
        }
        assertTrue(far < QUESTIONS * 0.05, () -> "further than half the least size");
    }

    @Test
    void whatIsToldOverTime_movesByWholeSteps() {
        int moves = 0;
        for (long count = 1_000; count < 1_100; count++) {
            long before = counts.tell(count, "q").orElseThrow();
            long after = counts.tell(count + 1, "q").orElseThrow();
            assertTrue(after == before || after == before + LEAST / 2);
            moves += after == before ? 0 : 1;
        }
        assertEquals(10, moves);
    }

    @Test
    void anotherSecret_isAnotherNoise_andALeastSizeOfOneIsNone() {
        ToldCounts others = new ToldCounts(bytes("another secret"), LEAST);
        int same = 0;
        for (int i = 0; i < 1_000; i++) {
            same += others.tell(1_000, "q" + i).equals(counts.tell(1_000, "q" + i)) ? 1 : 0;
        }
        assertTrue(same < 900);
        ToldCounts plain = new ToldCounts(bytes("a secret"), 1);
        assertEquals(OptionalLong.of(7), plain.tell(7, "q"));
        assertEquals(OptionalLong.empty(), plain.tell(0, "q"));
    }
}
