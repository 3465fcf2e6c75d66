package io.zugabe.recommendation.feedback;

import io.zugabe.recommendation.incentives.domain.Benefit;
import io.zugabe.recommendation.incentives.domain.IncentiveType;
import io.zugabe.recommendation.incentives.domain.Promise;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;

/** What is promised with an offer, as part of its token: it can be redeemed though nothing was written when it was made. */
final class PromiseCodec {

    private static final byte PERCENT = 1;
    private static final byte AMOUNT = 2;
    private static final byte POINTS = 3;
    private static final byte GIFT = 4;

    private PromiseCodec() {}

    static void write(Promise promise, DataOutputStream out) throws IOException {
        out.writeUTF(promise.incentive());
        out.writeUTF(promise.type().name());
        out.writeByte(promise.level());
        switch (promise.benefit()) {
            case Benefit.Percent percent -> {
                out.writeByte(PERCENT);
                out.writeInt(percent.percent());
            }
            case Benefit.Amount amount -> {
                out.writeByte(AMOUNT);
                out.writeLong(amount.micros());
            }
            case Benefit.Points points -> {
                out.writeByte(POINTS);
                out.writeLong(points.points());
            }
            case Benefit.Gift gift -> {
                out.writeByte(GIFT);
                out.writeUTF(gift.product());
            }
        }
        out.writeLong(promise.priceAfter());
        out.writeLong(promise.cost());
        out.writeLong(promise.validUntil().getEpochSecond());
        out.writeDouble(promise.expected());
        out.writeLong(promise.lease());
    }

    static Promise read(DataInputStream in) throws IOException {
        return new Promise(
                in.readUTF(),
                IncentiveType.valueOf(in.readUTF()),
                in.readByte(),
                benefit(in),
                in.readLong(),
                in.readLong(),
                Instant.ofEpochSecond(in.readLong()),
                in.readDouble(),
                in.readLong());
    }

    private static Benefit benefit(DataInputStream in) throws IOException {
        return switch (in.readByte()) {
            case PERCENT -> new Benefit.Percent(in.readInt());
            case AMOUNT -> new Benefit.Amount(in.readLong());
            case POINTS -> new Benefit.Points(in.readLong());
            case GIFT -> new Benefit.Gift(in.readUTF());
            default -> throw new IOException("a promise of a kind that is not known here");
        };
    }
}
