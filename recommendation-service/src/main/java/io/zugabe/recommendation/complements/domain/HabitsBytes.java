package io.zugabe.recommendation.complements.domain;

import io.zugabe.recommendation.complements.domain.LearnedComplement.Grouping;
import io.zugabe.recommendation.models.domain.ModelBytes;
import io.zugabe.recommendation.moment.domain.Lag;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

/** {@link Habits} as bytes, with products by their ids: numbers are given anew by every process. */
public final class HabitsBytes {

    private static final int FORMAT = 0x7A744802;

    private HabitsBytes() {}

    public static byte[] write(Habits habits, IntFunction<String> idOf) {
        return ModelBytes.write(FORMAT, out -> new Writer(out, idOf).write(habits));
    }

    /**
     * Reads what was written.
     *
     * @throws IllegalArgumentException if it is of another format or not what was written
     */
    public static Habits read(byte[] bytes, ToIntFunction<String> numberOf) {
        return ModelBytes.read(FORMAT, bytes, in -> new Reader(in, numberOf).read());
    }

    private record Writer(DataOutputStream out, IntFunction<String> idOf) {

        void write(Habits habits) throws IOException {
            out.writeInt(habits.orders());
            out.writeInt(habits.counted());
            out.writeLong(habits.position());
            writeComplements(habits.byType());
            writeComplements(habits.byCategory());
            writeLags(habits.lags());
            out.writeInt(habits.popularity().latelyDays());
            out.writeInt(habits.popularity().latelyOrders());
            writeRows(habits.popularity().lately());
            writeRows(habits.popularity().seasons());
        }

        private void writeComplements(Map<String, List<LearnedComplement>> all) throws IOException {
            out.writeInt(all.values().stream().mapToInt(List::size).sum());
            for (List<LearnedComplement> some : new TreeMap<>(all).values()) {
                for (LearnedComplement each : some) {
                    out.writeByte(each.grouping().ordinal());
                    out.writeUTF(each.from());
                    out.writeUTF(each.to());
                    out.writeInt(each.both());
                    out.writeInt(each.fromCustomers());
                    out.writeInt(each.toCustomers());
                    out.writeInt(each.customers());
                    writeProducts(each.products());
                }
            }
        }

        private void writeLags(Map<String, Map<String, Lag>> lags) throws IOException {
            out.writeInt(lags.values().stream().mapToInt(Map::size).sum());
            for (Map.Entry<String, Map<String, Lag>> from : new TreeMap<>(lags).entrySet()) {
                for (Map.Entry<String, Lag> to : new TreeMap<>(from.getValue()).entrySet()) {
                    out.writeUTF(from.getKey());
                    out.writeUTF(to.getKey());
                    out.writeInt(to.getValue().before());
                    out.writeInt(to.getValue().together());
                    out.writeInt(to.getValue().after());
                    out.writeFloat(to.getValue().lowerDays());
                    out.writeFloat(to.getValue().medianDays());
                    out.writeFloat(to.getValue().upperDays());
                }
            }
        }

        private void writeRows(Map<String, int[]> rows) throws IOException {
            out.writeInt(rows.size());
            for (Map.Entry<String, int[]> row : new TreeMap<>(rows).entrySet()) {
                out.writeUTF(row.getKey());
                writeProducts(row.getValue());
            }
        }

        private void writeProducts(int[] row) throws IOException {
            out.writeInt(row.length / 2);
            for (int at = 0; at < row.length; at += 2) {
                out.writeUTF(idOf.apply(row[at]));
                out.writeInt(row[at + 1]);
            }
        }
    }

    private record Reader(DataInputStream in, ToIntFunction<String> numberOf) {

        Habits read() throws IOException {
            return new Habits(
                    in.readInt(),
                    in.readInt(),
                    in.readLong(),
                    readComplements(),
                    readComplements(),
                    readLags(),
                    new Popularity(in.readInt(), in.readInt(), readRows(), readRows()));
        }

        private Map<String, List<LearnedComplement>> readComplements() throws IOException {
            Map<String, List<LearnedComplement>> all = new HashMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                LearnedComplement each = new LearnedComplement(
                        Grouping.values()[in.readByte()],
                        in.readUTF(),
                        in.readUTF(),
                        in.readInt(),
                        in.readInt(),
                        in.readInt(),
                        in.readInt(),
                        readProducts());
                all.computeIfAbsent(each.from(), _ -> new ArrayList<>()).add(each);
            }
            return all;
        }

        private Map<String, Map<String, Lag>> readLags() throws IOException {
            Map<String, Map<String, Lag>> lags = new HashMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                Map<String, Lag> from = lags.computeIfAbsent(in.readUTF(), _ -> new HashMap<>());
                from.put(
                        in.readUTF(),
                        new Lag(
                                in.readInt(),
                                in.readInt(),
                                in.readInt(),
                                in.readFloat(),
                                in.readFloat(),
                                in.readFloat()));
            }
            return lags;
        }

        private Map<String, int[]> readRows() throws IOException {
            Map<String, int[]> rows = new HashMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                rows.put(in.readUTF(), readProducts());
            }
            return rows;
        }

        private int[] readProducts() throws IOException {
            int[] row = new int[in.readInt() * 2];
            for (int at = 0; at < row.length; at += 2) {
                row[at] = numberOf.applyAsInt(in.readUTF());
                row[at + 1] = in.readInt();
            }
            return row;
        }
    }
}
