package io.zugabe.segmentation.uplift.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zugabe.segmentation.uplift.domain.FeatureTable;
import io.zugabe.segmentation.uplift.domain.Forest;
import io.zugabe.segmentation.uplift.domain.TreeSettings;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our trees answer as XGBoost's own prediction does. */
class XGBoostTreesTest {

    private static final int ROWS = 2_000;
    private static final int COLUMNS = 4;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void forest_answersAsXGBoostDoes(boolean logistic) throws XGBoostError {
        SplittableRandom random = new SplittableRandom(3);
        float[] values = new float[ROWS * COLUMNS];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(10) == 0 ? Float.NaN : (float) random.nextGaussian();
        }
        FeatureTable table = new FeatureTable(values, COLUMNS);
        double[] target = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            float number = Float.isNaN(table.get(row, 0)) ? 0.7f : table.get(row, 0);
            double sum = number + 0.5 * random.nextGaussian();
            target[row] = logistic ? sum > 0.5 ? 1 : 0 : 3 + sum;
        }
        double[] weight = new double[ROWS];
        Arrays.fill(weight, 1);
        Forest forest = new XGBoostTrees().fit(table, target, weight, logistic, new TreeSettings(3, 30, 0.2, 10, 1), 1);
        float[][] expected = predict(table, target, logistic);
        for (int row = 0; row < ROWS; row++) {
            assertEquals(expected[row][0], forest.value(table, row), 1e-5, "row " + row);
        }
    }

    private static float[][] predict(FeatureTable table, double[] target, boolean logistic) throws XGBoostError {
        DMatrix matrix = new DMatrix(table.values(), ROWS, COLUMNS, Float.NaN);
        float[] labels = new float[ROWS];
        for (int i = 0; i < ROWS; i++) {
            labels[i] = (float) target[i];
        }
        matrix.setLabel(labels);
        double mean = Arrays.stream(target).average().orElseThrow();
        double hessian = logistic ? mean * (1 - mean) : 1;
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("objective", logistic ? "binary:logistic" : "reg:squarederror");
        parameters.put("base_score", mean);
        parameters.put("tree_method", "hist");
        parameters.put("max_depth", 3);
        parameters.put("eta", 0.2);
        parameters.put("min_child_weight", 10 * hessian);
        parameters.put("lambda", hessian);
        parameters.put("nthread", 1);
        parameters.put("seed", 1);
        return XGBoost.train(matrix, parameters, 30, new HashMap<>(), null, null)
                .predict(matrix);
    }
}
