package io.zugabe.bench.decide;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One connection to Redis, commands sent ahead of their answers. */
final class RedisConnection implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    private static final int MOST_AHEAD = 2_000;

    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;
    private int ahead;

    RedisConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        out = new BufferedOutputStream(socket.getOutputStream(), BUFFER);
        in = new BufferedInputStream(socket.getInputStream(), BUFFER);
    }

    /** Sends a command without waiting for its answer, unless too many are under way. */
    void send(byte[]... parts) throws IOException {
        out.write(("*" + parts.length + "\r\n").getBytes(StandardCharsets.US_ASCII));
        for (byte[] part : parts) {
            out.write(("$" + part.length + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(part);
            out.write('\r');
            out.write('\n');
        }
        ahead++;
        if (ahead == MOST_AHEAD) {
            await();
        }
    }

    /** Waits for all answers; returns the last. */
    String await() throws IOException {
        out.flush();
        String last = "";
        for (; ahead > 0; ahead--) {
            last = answer();
        }
        return last;
    }

    /** Commands that the server has processed so far. */
    long commands() throws IOException {
        send(bytes("INFO"), bytes("stats"));
        String info = await();
        String key = "total_commands_processed:";
        int at = info.indexOf(key) + key.length();
        return Long.parseLong(info.substring(at, info.indexOf('\r', at)));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String answer() throws IOException {
        String line = line();
        if (line.startsWith("-")) {
            throw new IOException("Redis: " + line);
        }
        if (!line.startsWith("$")) {
            return line;
        }
        int length = Integer.parseInt(line.substring(1));
        String text = length < 0 ? "" : new String(in.readNBytes(length), StandardCharsets.UTF_8);
        line();
        return text;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("Redis closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
