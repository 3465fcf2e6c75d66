package io.zugabe.recommendation.content.domain;

import io.zugabe.recommendation.models.domain.ModelBytes;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

/** {@link Likeness} as bytes, with products by their ids: numbers are given anew by every process. */
public final class LikenessBytes {

    private static final int FORMAT = 0x7A744C01;

    private LikenessBytes() {}

    public static byte[] write(Likeness likeness, IntFunction<String> idOf) {
        return ModelBytes.write(FORMAT, out -> {
            out.writeInt(likeness.products());
            out.writeInt(likeness.orders());
            out.writeLong(likeness.position());
            out.writeInt(likeness.rows().size());
            for (int product : likeness.rows().keySet().toIntArray()) {
                int[] row = likeness.rows().get(product);
                out.writeUTF(idOf.apply(product));
                out.writeByte(row.length / 2);
                for (int at = 0; at < row.length; at += 2) {
                    out.writeUTF(idOf.apply(row[at]));
                    out.writeShort(row[at + 1]);
                }
            }
        });
    }

    /**
     * Reads what was written.
     *
     * @throws IllegalArgumentException if it is of another format or not what was written
     */
    public static Likeness read(byte[] bytes, ToIntFunction<String> numberOf) {
        return ModelBytes.read(FORMAT, bytes, in -> read(in, numberOf));
    }

    private static Likeness read(DataInputStream in, ToIntFunction<String> numberOf) throws IOException {
        int products = in.readInt();
        int orders = in.readInt();
        long position = in.readLong();
        int size = in.readInt();
        Int2ObjectOpenHashMap<int[]> rows = new Int2ObjectOpenHashMap<>(size);
        for (int left = size; left > 0; left--) {
            int product = numberOf.applyAsInt(in.readUTF());
            int[] row = new int[in.readByte() * 2];
            for (int at = 0; at < row.length; at += 2) {
                row[at] = numberOf.applyAsInt(in.readUTF());
                row[at + 1] = in.readShort();
            }
            rows.put(product, row);
        }
        return new Likeness(products, orders, position, rows);
    }
}
