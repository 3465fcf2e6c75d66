package io.zugabe.recommendation.replica.domain;

/** The cheapest few of many, the first of equal ones; sorted by insertion, for they are few. */
final class Cheapest {

    private static final int MOST = 20;

    private final int[] numbers = new int[MOST];
    private final long[] prices = new long[MOST];
    private final boolean[] limited = new boolean[MOST];
    private int size;

    boolean takes(long price) {
        return size < MOST || price < prices[MOST - 1];
    }

    void take(int number, long price, boolean onlyLimited) {
        int place = size < MOST ? size++ : MOST - 1;
        while (place > 0 && prices[place - 1] > price) {
            numbers[place] = numbers[place - 1];
            prices[place] = prices[place - 1];
            limited[place] = limited[place - 1];
            place--;
        }
        numbers[place] = number;
        prices[place] = price;
        limited[place] = onlyLimited;
    }

    int size() {
        return size;
    }

    int number(int place) {
        return numbers[place];
    }

    boolean isLimited(int place) {
        return limited[place];
    }
}
