package io.zugabe.segmentation.uplift.domain;

/**
 * How trees are boosted.
 *
 * @param depth of each tree
 * @param rounds number of trees
 * @param rate learning rate
 * @param leafRows least weight of a leaf, in rows
 * @param lambda L2 regularisation of leaves
 */
public record TreeSettings(int depth, int rounds, double rate, double leafRows, double lambda) {

    /** The same with another number of trees. */
    public TreeSettings withRounds(int number) {
        return new TreeSettings(depth, number, rate, leafRows, lambda);
    }

    /** For a card. */
    public String text() {
        return "depth " + depth + ", rounds " + rounds + ", rate " + rate + ", leaf rows " + leafRows + ", lambda "
                + lambda;
    }
}
