package io.zugabe.catalog.fit.domain;

import org.jspecify.annotations.Nullable;

/**
 * Answers by ordinals of host and part for one pair of types, with the verdict of each as a byte beside it, so that
 * who only wants the verdict touches little memory. Grows by doubling. One thread writes; the volatile write
 * publishes what was written, and a reader that comes too early finds nothing.
 */
final class VerdictGrid {

    /** Nothing is remembered about this pair. */
    static final byte NOT_REMEMBERED = 0;

    /** Nothing speaks about this pair. Higher than the code of any verdict, so that the lower of two codes counts. */
    static final byte SILENT = 5;

    private static final int SMALLEST = 8;

    private volatile Cells cells = new Cells(0, 0, new byte[0], new FitAnswer[0]);

    /** What is remembered about a pair. */
    @Nullable
    FitAnswer get(int host, int part) {
        Cells current = cells;
        return host < current.hosts && part < current.parts ? current.answers[host * current.parts + part] : null;
    }

    /** The code of what is remembered about a pair. */
    byte code(int host, int part) {
        Cells current = cells;
        return host < current.hosts && part < current.parts
                ? current.codes[host * current.parts + part]
                : NOT_REMEMBERED;
    }

    void put(int host, int part, FitAnswer answer) {
        Cells current = cells.holding(host, part);
        int cell = host * current.parts + part;
        current.answers[cell] = answer;
        current.codes[cell] = codeOf(answer);
        cells = current;
    }

    /** A verdict's code: where two products could meet in both roles, the lower one counts. */
    static byte codeOf(FitAnswer answer) {
        return answer.spoken() ? (byte) (answer.verdict().severity() + 1) : SILENT;
    }

    /** The verdict of a code other than {@link #NOT_REMEMBERED}. */
    static Verdict verdictOf(byte code) {
        return switch (code) {
            case 1 -> Verdict.FITS;
            case 2 -> Verdict.FITS_WITH_LIMITS;
            case 4 -> Verdict.DOES_NOT_FIT;
            default -> Verdict.UNKNOWN;
        };
    }

    private record Cells(
            int hosts, int parts, byte[] codes, @Nullable FitAnswer[] answers) {

        Cells holding(int host, int part) {
            if (host < hosts && part < parts) {
                return this;
            }
            int moreHosts = host < hosts ? hosts : Math.max(SMALLEST, Math.max(host + 1, hosts * 2));
            int moreParts = part < parts ? parts : Math.max(SMALLEST, Math.max(part + 1, parts * 2));
            byte[] grownCodes = new byte[moreHosts * moreParts];
            @Nullable FitAnswer[] grownAnswers = new FitAnswer[moreHosts * moreParts];
            for (int i = 0; i < hosts; i++) {
                System.arraycopy(codes, i * parts, grownCodes, i * moreParts, parts);
                System.arraycopy(answers, i * parts, grownAnswers, i * moreParts, parts);
            }
            return new Cells(moreHosts, moreParts, grownCodes, grownAnswers);
        }
    }
}
