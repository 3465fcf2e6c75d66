package io.zugabe.segmentation.uplift.adapter;

import com.google.common.primitives.Floats;
import com.google.common.primitives.Ints;
import io.zugabe.segmentation.uplift.adapter.state.ForestState;
import io.zugabe.segmentation.uplift.adapter.state.TreeState;
import io.zugabe.segmentation.uplift.domain.Forest;

/** Trees as messages. */
final class ForestCodec {

    private ForestCodec() {}

    static ForestState state(Forest forest) {
        ForestState.Builder state =
                ForestState.newBuilder().setLogistic(forest.logistic()).setBase(forest.base());
        for (Forest.Tree tree : forest.trees()) {
            state.addTrees(TreeState.newBuilder()
                    .addAllFeature(Ints.asList(tree.feature()))
                    .addAllThreshold(Floats.asList(tree.threshold()))
                    .addAllLeft(Ints.asList(tree.left()))
                    .addAllRight(Ints.asList(tree.right()))
                    .addAllMissing(Ints.asList(tree.missing()))
                    .addAllGain(Floats.asList(tree.gain())));
        }
        return state.build();
    }

    static Forest forest(ForestState state) {
        return new Forest(
                state.getLogistic(),
                state.getBase(),
                state.getTreesList().stream().map(ForestCodec::tree).toList());
    }

    private static Forest.Tree tree(TreeState state) {
        return new Forest.Tree(
                Ints.toArray(state.getFeatureList()),
                Floats.toArray(state.getThresholdList()),
                Ints.toArray(state.getLeftList()),
                Ints.toArray(state.getRightList()),
                Ints.toArray(state.getMissingList()),
                Floats.toArray(state.getGainList()));
    }
}
