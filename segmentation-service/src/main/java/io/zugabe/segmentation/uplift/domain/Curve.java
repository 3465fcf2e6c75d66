package io.zugabe.segmentation.uplift.domain;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;

/**
 * What is gained by treating the best-ranked rows first, with one point per distinct score.
 *
 * <p>With n, N rows treated and not among the best, and y, Y the sums of their outcomes:
 *
 * <ul>
 *   <li>uplift curve: (y/n − Y/N)(n + N), a quotient without rows counting as 0
 *   <li>Qini curve (Radcliffe 2007): y − Y n/N, the quotient being 0 while N is 0
 * </ul>
 *
 * as scikit-uplift 0.5.1 defines them ({@code sklift.metrics.uplift_curve}, {@code qini_curve}).
 */
public enum Curve {
    UPLIFT {
        @Override
        double value(double n, double y, double controls, double controlOutcome) {
            double treatedMean = n == 0 ? 0 : y / n;
            double controlMean = controls == 0 ? 0 : controlOutcome / controls;
            return (treatedMean - controlMean) * (n + controls);
        }
    },
    QINI {
        @Override
        double value(double n, double y, double controls, double controlOutcome) {
            return controls == 0 ? y : y - controlOutcome * (n / controls);
        }
    };

    abstract double value(double n, double y, double controls, double controlOutcome);

    /** The points of a curve; the first is (0, 0). */
    @SuppressWarnings("ArrayRecordComponent") // columns, never compared
    public record Points(double[] x, double[] y) {}

    /** Takes the points of a curve as they come. */
    interface PointSink {
        void point(double x, double y);
    }

    /** The points. */
    public Points points(Ranking ranking, Observations observations) {
        DoubleArrayList xs = new DoubleArrayList(new double[] {0});
        DoubleArrayList ys = new DoubleArrayList(new double[] {0});
        walk(ranking, observations, observations.weight(), (x, y) -> {
            xs.add(x);
            ys.add(y);
        });
        return new Points(xs.toDoubleArray(), ys.toDoubleArray());
    }

    /** Area between the curve and the straight line from its begin to its end, by trapezoids. */
    double areaOverLine(Ranking ranking, Observations observations, double[] weight) {
        Area area = new Area();
        walk(ranking, observations, weight, area);
        return area.sum - area.lastX * area.lastY / 2;
    }

    private void walk(Ranking ranking, Observations observations, double[] weight, PointSink sink) {
        boolean[] treated = observations.treated();
        double[] outcome = observations.outcome();
        double n = 0;
        double y = 0;
        double controls = 0;
        double controlOutcome = 0;
        for (int rank = 0; rank < ranking.size(); rank++) {
            int row = ranking.row(rank);
            if (treated[row]) {
                n += weight[row];
                y += weight[row] * outcome[row];
            } else {
                controls += weight[row];
                controlOutcome += weight[row] * outcome[row];
            }
            if (ranking.endsTie(rank)) {
                sink.point(n + controls, value(n, y, controls, controlOutcome));
            }
        }
    }

    private static final class Area implements PointSink {

        private double sum;
        private double lastX;
        private double lastY;

        @Override
        public void point(double x, double y) {
            sum += (x - lastX) * (y + lastY) / 2;
            lastX = x;
            lastY = y;
        }
    }
}
