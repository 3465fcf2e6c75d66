package io.zugabe.recommendation.decision.domain;

/** The best few of many, the first of equal ones; sorted by insertion, for they are few. */
final class Best {

    private final int[] numbers;
    private final double[] values;
    private int size;

    Best(int most) {
        numbers = new int[most];
        values = new double[most];
    }

    void take(int number, double value) {
        if (size == values.length && value <= values[size - 1]) {
            return;
        }
        int place = size < values.length ? size++ : size - 1;
        while (place > 0 && values[place - 1] < value) {
            numbers[place] = numbers[place - 1];
            values[place] = values[place - 1];
            place--;
        }
        numbers[place] = number;
        values[place] = value;
    }

    int size() {
        return size;
    }

    int number(int place) {
        return numbers[place];
    }
}
