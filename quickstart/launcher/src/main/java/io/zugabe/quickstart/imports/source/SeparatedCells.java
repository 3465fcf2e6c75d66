package io.zugabe.quickstart.imports.source;

import java.util.ArrayList;
import java.util.List;

/**
 * The cells of one row of separated values. A cell that begins with a quote ends with one; quotes within
 * are doubled (RFC 4180, and Google's rule for tab-separated feeds).
 *
 * @param cells the cells as far as they could be read
 * @param state whether that is the whole row
 */
record SeparatedCells(List<String> cells, State state) {

    /** How a text ended. */
    enum State {
        /** It is a row. */
        COMPLETE,
        /** A quote is open: the row may go on in the next line. */
        OPEN,
        /** Something stands behind a closing quote: this is no row, and will be none. */
        BROKEN
    }

    static SeparatedCells read(String text, char separator) {
        List<String> cells = new ArrayList<>();
        int at = 0;
        while (true) {
            int start = skipBlanks(text, at, separator);
            if (start < text.length() && text.charAt(start) == '"') {
                StringBuilder cell = new StringBuilder();
                int end = quoted(text, start + 1, cell);
                if (end < 0) {
                    return new SeparatedCells(cells, State.OPEN);
                }
                cells.add(cell.toString());
                at = skipBlanks(text, end, separator);
                if (at < text.length() && text.charAt(at) != separator) {
                    return new SeparatedCells(cells, State.BROKEN);
                }
            } else {
                int end = text.indexOf(separator, at);
                at = end < 0 ? text.length() : end;
                cells.add(text.substring(Math.min(start, at), at).stripTrailing());
            }
            if (at >= text.length()) {
                return new SeparatedCells(cells, State.COMPLETE);
            }
            at++;
        }
    }

    /** Reads behind an opening quote; returns the index behind the closing one, or -1 if there is none. */
    private static int quoted(String text, int from, StringBuilder cell) {
        int at = from;
        while (true) {
            int quote = text.indexOf('"', at);
            if (quote < 0) {
                return -1;
            }
            cell.append(text, at, quote);
            if (quote + 1 < text.length() && text.charAt(quote + 1) == '"') {
                cell.append('"');
                at = quote + 2;
            } else {
                return quote + 1;
            }
        }
    }

    private static int skipBlanks(String text, int from, char separator) {
        int at = from;
        while (at < text.length() && text.charAt(at) != separator && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
