package io.zugabe.recommendation.sessions.adapter;

import io.zugabe.recommendation.sessions.KeptSession;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sessions of a page as bytes: the number of the first, the ids of their products, each once, then the
 * sessions in order with places of their products among those ids.
 */
final class SessionPage {

    private SessionPage() {}

    /**
     * @param sessions without a gap between their numbers
     */
    static byte[] write(List<KeptSession> sessions) {
        Map<String, Integer> places = new LinkedHashMap<>();
        sessions.forEach(session -> session.products().forEach(product -> places.putIfAbsent(product, places.size())));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(sessions.isEmpty() ? 0 : sessions.getFirst().number());
            out.writeInt(places.size());
            for (String product : places.keySet()) {
                out.writeUTF(product);
            }
            out.writeInt(sessions.size());
            for (KeptSession session : sessions) {
                out.writeLong(session.key());
                out.writeLong(session.owner());
                out.writeLong(session.time());
                out.writeByte(session.products().size());
                for (String product : session.products()) {
                    out.writeInt(places.getOrDefault(product, 0));
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static List<KeptSession> read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int first = in.readInt();
            String[] products = new String[in.readInt()];
            for (int place = 0; place < products.length; place++) {
                products[place] = in.readUTF();
            }
            int count = in.readInt();
            List<KeptSession> sessions = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                sessions.add(session(first + i, products, in));
            }
            return sessions;
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    private static KeptSession session(int number, String[] products, DataInputStream in) throws IOException {
        long key = in.readLong();
        long owner = in.readLong();
        long time = in.readLong();
        int size = in.readUnsignedByte();
        List<String> clicked = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            clicked.add(products[in.readInt()]);
        }
        return new KeptSession(number, key, owner, time, clicked);
    }
}
