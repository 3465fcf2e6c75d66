package io.zugabe.quickstart.imports.source;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The lines of a text, none of which takes more memory than the longest that is allowed. */
final class TextLines {

    /** What a line with bytes that are no text is told. */
    static final String NOT_UTF8 = "is not valid UTF-8: name the file's encoding"
            + " (--encoding windows-1252, for instance), or save it as UTF-8";

    /** A line may have this many characters. */
    static final int LONGEST = 4 * 1024 * 1024;

    /**
     * One line.
     *
     * @param number from 1
     * @param text without its end
     * @param tooLong whether it has more characters than allowed; the text is its beginning then
     */
    record Line(long number, String text, boolean tooLong) {

        /** Why the line cannot be read as text; empty if it can. */
        String problem() {
            if (tooLong) {
                return "is longer than 4 MiB";
            }
            return text.indexOf('\uFFFD') >= 0 ? NOT_UTF8 : "";
        }
    }

    private final Reader reader;
    private final char[] buffer = new char[1 << 16];
    private int position;
    private int limit;
    private boolean afterCarriageReturn;
    private long number;

    TextLines(Reader reader) {
        this.reader = reader;
    }

    /** The next line; null at the end. */
    @Nullable
    Line next() {
        if (!fill()) {
            return null;
        }
        number++;
        StringBuilder text = new StringBuilder();
        boolean tooLong = false;
        while (fill()) {
            int end = position;
            while (end < limit && buffer[end] != '\n' && buffer[end] != '\r') {
                end++;
            }
            int room = LONGEST - text.length();
            tooLong |= end - position > room;
            text.append(buffer, position, Math.min(room, end - position));
            position = end;
            if (end < limit) {
                afterCarriageReturn = buffer[position++] == '\r';
                break;
            }
        }
        return new Line(number, text.toString(), tooLong);
    }

    private boolean fill() {
        try {
            while (true) {
                if (position == limit) {
                    limit = reader.read(buffer);
                    position = 0;
                    if (limit <= 0) {
                        limit = 0;
                        return false;
                    }
                }
                if (!afterCarriageReturn) {
                    return true;
                }
                afterCarriageReturn = false;
                if (buffer[position] != '\n') {
                    return true;
                }
                position++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
