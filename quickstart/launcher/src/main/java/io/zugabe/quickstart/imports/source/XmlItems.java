package io.zugabe.quickstart.imports.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Reader;
import java.util.Iterator;
import java.util.NoSuchElementException;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * The items of a feed in XML: the {@code <item>}s of RSS, the {@code <entry>}s of Atom. Each is cut out of
 * the text and parsed alone, so one that is not well-formed does not end the reading: it goes on at the
 * next {@code <item>} or {@code <entry>}, also where that stands inside the malformed one. Document type
 * definitions are never read, since they stand outside items.
 */
final class XmlItems implements Iterator<InputRecord> {

    private static final int LONGEST = 4 * 1024 * 1024;
    private static final String CDATA = "<![CDATA[";
    private static final String COMMENT = "<!--";

    /** How an item ends: its length, or why it has no end. */
    private record End(int length, String problem) {}

    private final XmlWindow window;
    private final XmlItem parser = new XmlItem();
    private long item;
    private @Nullable InputRecord next;
    private boolean ended;

    XmlItems(Reader reader) {
        this.window = new XmlWindow(reader);
    }

    @Override
    public boolean hasNext() {
        if (next == null && !ended) {
            next = findItem() ? read() : null;
            ended = next == null;
        }
        return next != null;
    }

    @Override
    public InputRecord next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        InputRecord record = next;
        next = null;
        return record;
    }

    private InputRecord read() {
        item++;
        long line = window.line();
        End end = end();
        if (!end.problem().isEmpty()) {
            window.skip(Math.max(1, end.length()));
            return broken(line, end.problem());
        }
        String text = window.text(end.length());
        if (text.indexOf('\uFFFD') >= 0) {
            window.skip(end.length());
            return broken(
                    line,
                    "is not valid in the encoding of the file: name it (--encoding windows-1252, for instance),"
                            + " or save the file as UTF-8");
        }
        try {
            ObjectNode content = parser.parse(text);
            window.skip(end.length());
            return new InputRecord(item, content, "");
        } catch (XMLStreamException e) {
            // what looks like another item inside may be a good one
            int inner = innerStart(end.length());
            window.skip(inner < 0 ? end.length() : inner);
            return broken(line, "is not well-formed XML: " + XmlItem.reason(e));
        }
    }

    private InputRecord broken(long line, String problem) {
        return new InputRecord(item, null, problem + " (the item begins in line " + line + ")");
    }

    /** Moves to the next start of an item outside comments. */
    private boolean findItem() {
        while (true) {
            int tag = window.find('<', 0, 1 << 16);
            if (tag < 0) {
                if (window.at(1 << 16) < 0) {
                    return false;
                }
                window.skip(1 << 16);
            } else if (startsItem(tag)) {
                window.skip(tag);
                return true;
            } else {
                window.skip(tag);
                window.skip(window.holds(0, COMMENT) ? commentLength() : 1);
            }
        }
    }

    private int commentLength() {
        int at = COMMENT.length();
        while (at >= 0 && !window.holds(at, "-->")) {
            int dash = window.find('-', at + 1, LONGEST);
            at = dash;
        }
        return at < 0 ? 1 : at + "-->".length();
    }

    private End end() {
        int at = 1;
        while (true) {
            int tag = window.find('<', at, LONGEST);
            if (tag < 0) {
                return noEnd("is not closed" + (window.at(LONGEST) < 0 ? "" : ", or longer than 4 MiB"));
            }
            if (window.holds(tag, CDATA)) {
                at = closed(tag + CDATA.length(), "]]>");
                if (at < 0) {
                    return noEnd("has a CDATA section that is not closed");
                }
            } else if (window.holds(tag, COMMENT)) {
                at = closed(tag + COMMENT.length(), "-->");
                if (at < 0) {
                    return noEnd("has a comment that is not closed");
                }
            } else if (startsItem(tag)) {
                return new End(tag, "is not closed before the next one begins");
            } else if (window.at(tag + 1) == '/' && isItemName(tag + 2)) {
                int close = window.find('>', tag, tag + 1_000);
                return close < 0 ? noEnd("is not closed") : new End(close + 1, "");
            } else {
                at = tag + 1;
            }
        }
    }

    /** The distance behind a closing mark; -1 if there is none before something that shows it is missing. */
    private int closed(int from, String mark) {
        int at = from;
        while (true) {
            int candidate = nextOf(at, mark.charAt(0));
            if (candidate < 0) {
                return -1;
            }
            if (window.at(candidate) == '<') {
                if (startsItem(candidate) || window.holds(candidate, CDATA)) {
                    return -1;
                }
            } else if (window.holds(candidate, mark)) {
                return candidate + mark.length();
            }
            at = candidate + 1;
        }
    }

    private int nextOf(int from, char mark) {
        for (int at = from; at < LONGEST; at++) {
            int character = window.at(at);
            if (character < 0 || character == '<' || character == mark) {
                return character < 0 ? -1 : at;
            }
        }
        return -1;
    }

    private End noEnd(String problem) {
        int inner = innerStart(LONGEST);
        return new End(inner < 0 ? LONGEST : inner, problem);
    }

    private int innerStart(int most) {
        int at = 1;
        while (true) {
            int tag = window.find('<', at, most - 1);
            if (tag < 0 || startsItem(tag)) {
                return tag;
            }
            at = tag + 1;
        }
    }

    private boolean startsItem(int tag) {
        return window.at(tag + 1) != '/' && isItemName(tag + 1);
    }

    private boolean isItemName(int at) {
        return isName(at, "item") || isName(at, "entry") || isName(at, "atom:entry");
    }

    private boolean isName(int at, String name) {
        if (!window.holds(at, name)) {
            return false;
        }
        int after = window.at(at + name.length());
        return after == '>' || after == '/' || after >= 0 && Character.isWhitespace(after);
    }
}
