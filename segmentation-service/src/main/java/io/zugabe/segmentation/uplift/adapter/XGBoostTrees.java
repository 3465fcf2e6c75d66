package io.zugabe.segmentation.uplift.adapter;

import io.zugabe.segmentation.uplift.domain.FeatureTable;
import io.zugabe.segmentation.uplift.domain.Forest;
import io.zugabe.segmentation.uplift.domain.TreeLearner;
import io.zugabe.segmentation.uplift.domain.TreeSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Trees boosted by XGBoost, on one thread so that the same input gives the same trees. */
@ApplicationScoped
public class XGBoostTrees implements TreeLearner {

    private static final double LEAST_ODDS = 1e-6;

    @Override
    public Forest fit(
            FeatureTable table, double[] target, double[] weight, boolean logistic, TreeSettings settings, long seed) {
        double mean = mean(target, weight);
        double base = logistic ? Math.clamp(mean, LEAST_ODDS, 1 - LEAST_ODDS) : mean;
        try {
            DMatrix matrix = new DMatrix(table.values(), table.rows(), table.columns(), Float.NaN);
            try {
                matrix.setLabel(floats(target));
                matrix.setWeight(floats(weight));
                return boost(matrix, base, logistic, settings, seed);
            } finally {
                matrix.dispose();
            }
        } catch (XGBoostError e) {
            throw new IllegalStateException("trees could not be boosted", e);
        }
    }

    private static Forest boost(DMatrix matrix, double base, boolean logistic, TreeSettings settings, long seed)
            throws XGBoostError {
        Booster booster = XGBoost.train(
                matrix, parameters(base, logistic, settings, seed), settings.rounds(), new HashMap<>(), null, null);
        try {
            List<Forest.Tree> trees = new ArrayList<>();
            for (String dump : booster.getModelDump("", true, "text")) {
                trees.add(TreeDump.read(dump));
            }
            float margin = (float) (logistic ? Math.log(base / (1 - base)) : base);
            return new Forest(logistic, margin, trees);
        } finally {
            booster.dispose();
        }
    }

    private static Map<String, Object> parameters(double base, boolean logistic, TreeSettings settings, long seed) {
        // the hessian of a row is 1 under squares, and p (1 − p) under log-odds
        double hessian = logistic ? base * (1 - base) : 1;
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("objective", logistic ? "binary:logistic" : "reg:squarederror");
        parameters.put("base_score", base);
        parameters.put("tree_method", "hist");
        parameters.put("max_depth", settings.depth());
        parameters.put("eta", settings.rate());
        parameters.put("min_child_weight", settings.leafRows() * hessian);
        parameters.put("lambda", settings.lambda() * hessian);
        parameters.put("seed", (int) (seed & Integer.MAX_VALUE));
        parameters.put("nthread", 1);
        parameters.put("verbosity", 0);
        return parameters;
    }

    private static double mean(double[] target, double[] weight) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < target.length; i++) {
            sum += weight[i] * target[i];
            weights += weight[i];
        }
        return sum / weights;
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
