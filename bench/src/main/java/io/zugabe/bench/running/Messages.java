package io.zugabe.bench.running;

import com.google.protobuf.Timestamp;
import com.google.type.Money;
import io.zugabe.common.v1.LocalizedText;
import java.time.Instant;

/** Small messages that all requests are made of. */
public final class Messages {

    private static final String CURRENCY = "EUR";
    private static final int NANOS_PER_CENT = 10_000_000;

    private Messages() {}

    /** An amount in euros. */
    public static Money money(long cents) {
        return Money.newBuilder()
                .setCurrencyCode(CURRENCY)
                .setUnits(cents / 100)
                .setNanos((int) (cents % 100) * NANOS_PER_CENT)
                .build();
    }

    /** A moment. */
    public static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }

    /** A text in English. */
    public static LocalizedText english(String text) {
        return LocalizedText.newBuilder().putTexts("en", text).build();
    }
}
