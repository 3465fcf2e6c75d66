package io.zugabe.quickstart.imports;

import io.zugabe.quickstart.imports.source.SeparatedRows;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A row of UCI Online Retail.
 *
 * @param line line in the file, from 2
 * @param invoice the invoice; one that begins with C is a cancellation or return
 * @param stockCode the code as written
 * @param customer empty for guests
 */
record RetailRow(
        long line,
        String invoice,
        String stockCode,
        String description,
        int quantity,
        Instant time,
        BigDecimal price,
        String customer,
        String country) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    /** Postage, fees, manual corrections, vouchers and the like (UCI's own documentation and the data's source notes). */
    private static final Pattern NO_PRODUCT =
            Pattern.compile("POST|DOT|M|C2|D|S|B|BANK CHARGES|AMAZONFEE|CRUK|GIFT_.*|DCGS.*");

    static RetailRow of(SeparatedRows.Row row) {
        return new RetailRow(
                row.line(),
                row.get("InvoiceNo"),
                row.get("StockCode"),
                row.get("Description"),
                Integer.parseInt(row.get("Quantity")),
                LocalDateTime.parse(row.get("InvoiceDate"), TIME).toInstant(ZoneOffset.UTC),
                new BigDecimal(row.get("UnitPrice")),
                row.get("CustomerID"),
                row.get("Country"));
    }

    /** The product's id: codes differ in case only by accident. */
    String productId() {
        return stockCode.toUpperCase(Locale.ROOT);
    }

    boolean isProduct() {
        return !NO_PRODUCT.matcher(productId()).matches();
    }

    boolean isCancellation() {
        return invoice.startsWith("C");
    }

    boolean isSale() {
        return isProduct() && !isCancellation() && quantity > 0;
    }

    boolean isReturn() {
        return isProduct() && isCancellation() && quantity < 0;
    }
}
