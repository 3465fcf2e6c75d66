package io.zugabe.bench.types;

import io.zugabe.bench.Figures;

/** How well one type is recognized. Not for concurrent use. */
final class Recognition {

    private int right;
    private int wrong;
    private int missed;
    private int unseen;

    /**
     * Notes a shopper.
     *
     * @param member whether they were judged to be of the type
     * @param truth whether they are
     * @param seen whether they bought in as many categories and months as anybody must to be of a type
     */
    void note(boolean member, boolean truth, boolean seen) {
        if (member && truth) {
            right++;
        } else if (member) {
            wrong++;
        } else if (truth && seen) {
            missed++;
        } else if (truth) {
            unseen++;
        }
    }

    /** Share of the members that are rightly so; not a number without members. */
    double precision() {
        return (double) right / (right + wrong);
    }

    /** Share of those who are of the type, and were seen, that are members; not a number if nobody is. */
    double recall() {
        return (double) right / truths();
    }

    /** Share of those who are of the type, seen or not, that are members. */
    double recallOfAll() {
        return (double) right / all();
    }

    int truths() {
        return right + missed;
    }

    int all() {
        return right + missed + unseen;
    }

    Figures figures() {
        return new Figures().number("precision", precision(), 3).number("recall", recall(), 3);
    }
}
