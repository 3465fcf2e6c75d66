package io.zugabe.quickstart.imports.source;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** The part of a text that is looked at: it grows while an item is not complete, and forgets what was read. */
final class XmlWindow {

    private final Reader reader;
    private char[] buffer = new char[1 << 16];
    private int start;
    private int limit;
    private long lines = 1;
    private boolean ended;

    XmlWindow(Reader reader) {
        this.reader = reader;
    }

    /** The character at a distance from the start; -1 behind the end of the text. */
    int at(int distance) {
        while (start + distance >= limit) {
            if (!grow()) {
                return -1;
            }
        }
        return buffer[start + distance];
    }

    /** Distance of the next such character at or behind a distance; -1 if none follows within the most. */
    int find(char wanted, int from, int most) {
        int distance = from;
        while (distance <= most && at(distance) >= 0) {
            int end = Math.min(limit, start + most + 1);
            for (int i = start + distance; i < end; i++) {
                if (buffer[i] == wanted) {
                    return i - start;
                }
            }
            distance = end - start;
        }
        return -1;
    }

    /** Whether a text stands at a distance. */
    boolean holds(int distance, String text) {
        if (at(distance + text.length() - 1) < 0) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (buffer[start + distance + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    String text(int length) {
        return new String(buffer, start, Math.min(length, limit - start));
    }

    /** The number of the line in which the window starts. */
    long line() {
        return lines;
    }

    /** Forgets characters. */
    void skip(int count) {
        int end = Math.min(limit, start + count);
        for (int i = start; i < end; i++) {
            if (buffer[i] == '\n') {
                lines++;
            }
        }
        start = end;
    }

    private boolean grow() {
        if (ended) {
            return false;
        }
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, limit - start);
            limit -= start;
            start = 0;
        } else if (limit == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        try {
            int read = reader.read(buffer, limit, buffer.length - limit);
            ended = read < 0;
            limit += Math.max(0, read);
            return !ended;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
