package io.zugabe.segmentation.returns.domain;

import io.zugabe.segmentation.orders.domain.BoughtLine;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Lines of orders to learn from, oldest first, in columns: which customer, product, category, band of quantity
 * and of price each is of, by number, and what share of its units came back.
 */
final class ReturnLines {

    final List<String> products = new ArrayList<>();
    final List<String> categories = new ArrayList<>();
    /** By product, its category. */
    final List<String> categoryOfProduct = new ArrayList<>();

    final LineBands bands;
    final int customers;
    final Instant[] time;
    final int[] customer;
    final int[] product;
    final int[] category;
    final int[] quantity;
    final int[] price;
    /** Share of units returned for whatever reason. */
    final double[] returned;
    /** Share of units returned by the shop's fault; at most {@code returned}. */
    final double[] faulty;

    private record Row(int customer, BoughtLine line) {}

    /** The lines of these customers that are old enough for returns to have come. */
    ReturnLines(Map<String, List<BoughtLine>> books, Instant matured) {
        List<Row> rows = new ArrayList<>();
        int number = 0;
        for (List<BoughtLine> book : books.values()) {
            for (BoughtLine line : book) {
                if (!line.time().isAfter(matured)) {
                    rows.add(new Row(number, line));
                }
            }
            number++;
        }
        rows.sort(Comparator.comparing((Row row) -> row.line().time())
                .thenComparing(row -> row.line().order())
                .thenComparing(row -> row.line().product())
                .thenComparing(Row::customer));
        customers = number;
        bands = LineBands.of(rows.stream()
                .mapToDouble(row -> row.line().paid())
                .filter(paid -> paid > 0)
                .toArray());
        int size = rows.size();
        time = new Instant[size];
        customer = new int[size];
        product = new int[size];
        category = new int[size];
        quantity = new int[size];
        price = new int[size];
        returned = new double[size];
        faulty = new double[size];
        Object2IntOpenHashMap<String> productNumbers = new Object2IntOpenHashMap<>();
        Object2IntOpenHashMap<String> categoryNumbers = new Object2IntOpenHashMap<>();
        for (int i = 0; i < size; i++) {
            BoughtLine line = rows.get(i).line();
            time[i] = line.time();
            customer[i] = rows.get(i).customer();
            category[i] = number(line.category(), categoryNumbers, categories);
            product[i] = number(line.product(), productNumbers, products);
            if (product[i] == categoryOfProduct.size()) {
                categoryOfProduct.add(line.category());
            }
            quantity[i] = LineBands.quantity(line.units());
            price[i] = bands.price(line.paid());
            returned[i] = (double) (line.returned() + line.faulty()) / line.units();
            faulty[i] = (double) line.faulty() / line.units();
        }
    }

    int size() {
        return time.length;
    }

    /** The line from which on a share of all lines is earlier. */
    int cut(double share) {
        int at = (int) (share * size());
        while (at > 0 && at < size() && time[at].equals(time[at - 1])) {
            at++;
        }
        return at;
    }

    double meanReturned(int from, int to) {
        return Arrays.stream(returned, from, to).average().orElse(0);
    }

    private static int number(String name, Object2IntOpenHashMap<String> numbers, List<String> names) {
        int number = numbers.getOrDefault(name, -1);
        if (number < 0) {
            number = names.size();
            numbers.put(name, number);
            names.add(name);
        }
        return number;
    }
}
