package io.zugabe.quickstart.imports;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Counts the rows of UCI Online Retail, to check the file against the counts published for it. */
final class RetailCensus {

    private final Set<String> invoices = new HashSet<>();
    private final Set<String> customers = new HashSet<>();
    private final Set<String> codes = new HashSet<>();
    private final Set<String> countries = new HashSet<>();
    private final Set<String> cancelledInvoices = new HashSet<>();
    private final Set<List<Object>> distinct = new HashSet<>();
    private final Set<String> cleanCustomers = new HashSet<>();
    private final Set<String> cleanInvoices = new HashSet<>();
    private final Set<String> cleanCodes = new HashSet<>();
    private BigDecimal total = BigDecimal.ZERO;
    private BigDecimal cleanTotal = BigDecimal.ZERO;
    private Instant first = Instant.MAX;
    private Instant last = Instant.MIN;
    private long rows;
    private long withoutCustomer;
    private long withoutDescription;
    private long cancelledRows;
    private long negativeRows;
    private long withoutPrice;
    private long cleanRows;

    void count(RetailRow row) {
        rows++;
        invoices.add(row.invoice());
        codes.add(row.stockCode());
        countries.add(row.country());
        distinct.add(List.of(
                row.invoice(),
                row.stockCode(),
                row.description(),
                row.quantity(),
                row.time(),
                row.price(),
                row.customer(),
                row.country()));
        BigDecimal value = row.price().multiply(BigDecimal.valueOf(row.quantity()));
        total = total.add(value);
        first = row.time().isBefore(first) ? row.time() : first;
        last = row.time().isAfter(last) ? row.time() : last;
        withoutDescription += row.description().isEmpty() ? 1 : 0;
        negativeRows += row.quantity() < 0 ? 1 : 0;
        withoutPrice += row.price().signum() <= 0 ? 1 : 0;
        if (row.customer().isEmpty()) {
            withoutCustomer++;
        } else {
            customers.add(row.customer());
        }
        if (row.isCancellation()) {
            cancelledRows++;
            cancelledInvoices.add(row.invoice());
        } else if (!row.customer().isEmpty()
                && row.quantity() > 0
                && row.price().signum() > 0) {
            cleanRows++;
            cleanCustomers.add(row.customer());
            cleanInvoices.add(row.invoice());
            cleanCodes.add(row.stockCode());
            cleanTotal = cleanTotal.add(value);
        }
    }

    void print(PrintStream out) {
        line(out, "rows", rows);
        line(out, "invoices", invoices.size());
        line(out, "customers", customers.size());
        line(out, "stock codes", codes.size());
        line(out, "countries", countries.size());
        line(out, "rows without customer", withoutCustomer);
        line(out, "rows without description", withoutDescription);
        line(out, "cancellation rows (C)", cancelledRows);
        line(out, "cancellation invoices (C)", cancelledInvoices.size());
        line(out, "rows with negative quantity", negativeRows);
        line(out, "of these no cancellation", negativeRows - cancelledRows);
        line(out, "rows with price <= 0", withoutPrice);
        line(out, "exact duplicates", rows - distinct.size());
        out.printf("    %-32s %s .. %s%n", "from .. to", first, last);
        out.printf(Locale.ROOT, "    %-32s %,15.2f%n", "sum of quantity x price", total);
        line(out, "clean rows", cleanRows);
        line(out, "clean customers", cleanCustomers.size());
        line(out, "clean invoices", cleanInvoices.size());
        line(out, "clean products", cleanCodes.size());
        out.printf(Locale.ROOT, "    %-32s %,15.2f%n", "clean sum", cleanTotal);
        out.println("    (clean: with customer, no cancellation, quantity > 0, price > 0)");
    }

    private static void line(PrintStream out, String name, long count) {
        out.printf(Locale.ROOT, "    %-32s %,12d%n", name, count);
    }
}
