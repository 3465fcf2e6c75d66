package io.zugabe.catalog.fit.domain;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers by ordinals of host and part for one pair of types. A cell is a number of one of the few answers that differ,
 * so that who only wants the verdict touches little memory. Grows by a quarter. One thread writes; the volatile write
 * publishes what was written, and a reader that comes too early finds nothing.
 */
final class VerdictGrid {

    /** Nothing is remembered about this pair. */
    static final byte NOT_REMEMBERED = 0;

    /** Nothing speaks about this pair. Higher than the code of any verdict, so that the lower of two codes counts. */
    static final byte SILENT = 5;

    private static final int SMALLEST = 8;
    private static final int MOST_ANSWERS = 1 << Short.SIZE;

    private final Map<FitAnswer, Integer> numbers = new HashMap<>();
    private volatile Cells cells;

    VerdictGrid() {
        this(0, 0);
    }

    /** One with room for so many hosts and parts. */
    VerdictGrid(int hosts, int parts) {
        this.cells = new Cells(hosts, parts, new short[hosts * parts], new byte[SMALLEST], new FitAnswer[SMALLEST]);
    }

    /** What is remembered about a pair. */
    @Nullable
    FitAnswer get(int host, int part) {
        return answer(number(host, part));
    }

    /** The number of what is remembered about a pair; {@link #NOT_REMEMBERED} for nothing. */
    int number(int host, int part) {
        return cells.number(host, part);
    }

    /** An answer by its number; null if there is none. */
    @Nullable
    FitAnswer answer(int number) {
        @Nullable FitAnswer[] answers = cells.answers;
        return number < answers.length ? answers[number] : null;
    }

    /** The code of what is remembered about a pair. */
    byte code(int host, int part) {
        Cells current = cells;
        int number = current.number(host, part);
        return number < current.codes.length ? current.codes[number] : NOT_REMEMBERED;
    }

    /** Whether it could hold a pair without taking room for more than so many. */
    boolean hasRoomFor(int host, int part, long mostPairs) {
        Cells current = cells;
        long hosts = Cells.grown(current.hosts, host);
        long parts = Cells.grown(current.parts, part);
        return hosts * parts <= mostPairs;
    }

    /** Remembers an answer, unless there are too many different ones. */
    void put(int host, int part, FitAnswer answer) {
        cells = cells.holding(host, part);
        set(host, part, numberOf(answer));
    }

    /** The number of an answer, given to it if it has none; {@link #NOT_REMEMBERED} if there are too many different ones. */
    int numberOf(FitAnswer answer) {
        int number = numbers.computeIfAbsent(answer, _ -> numbers.size() + 1);
        if (number >= MOST_ANSWERS) {
            return NOT_REMEMBERED;
        }
        Cells current = cells.naming(number);
        current.answers[number] = answer;
        current.codes[number] = codeOf(answer);
        cells = current;
        return number;
    }

    /** Remembers an answer by its number about a pair for which there is room. */
    void set(int host, int part, int number) {
        Cells current = cells;
        current.numbers[host * current.parts + part] = (short) number;
        cells = current;
    }

    /** An answer's code: where two products could meet in both roles, the lower one counts. */
    static byte codeOf(FitAnswer answer) {
        return answer.spoken() ? (byte) (answer.verdict().severity() + 1) : SILENT;
    }

    /** The verdict of a code other than {@link #NOT_REMEMBERED}. */
    static Verdict verdictOf(int code) {
        return switch (code) {
            case 1 -> Verdict.FITS;
            case 2 -> Verdict.FITS_WITH_LIMITS;
            case 4 -> Verdict.DOES_NOT_FIT;
            default -> Verdict.UNKNOWN;
        };
    }

    /**
     * @param numbers of answers by host and part; 0 for none
     * @param codes of answers by their number
     * @param answers by their number
     */
    private record Cells(
            int hosts,
            int parts,
            short[] numbers,
            byte[] codes,
            @Nullable FitAnswer[] answers) {

        int number(int host, int part) {
            return host < hosts && part < parts ? Short.toUnsignedInt(numbers[host * parts + part]) : 0;
        }

        Cells holding(int host, int part) {
            if (host < hosts && part < parts) {
                return this;
            }
            int moreHosts = grown(hosts, host);
            int moreParts = grown(parts, part);
            short[] grown = new short[moreHosts * moreParts];
            for (int i = 0; i < hosts; i++) {
                System.arraycopy(numbers, i * parts, grown, i * moreParts, parts);
            }
            return new Cells(moreHosts, moreParts, grown, codes, answers);
        }

        Cells naming(int number) {
            return number < codes.length
                    ? this
                    : new Cells(
                            hosts,
                            parts,
                            numbers,
                            Arrays.copyOf(codes, codes.length * 2),
                            Arrays.copyOf(answers, answers.length * 2));
        }

        private static int grown(int size, int needed) {
            return needed < size ? size : Math.max(SMALLEST, Math.max(needed + 1, size + (size >> 2)));
        }
    }
}
