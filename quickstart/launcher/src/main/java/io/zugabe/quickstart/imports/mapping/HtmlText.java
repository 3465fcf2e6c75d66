package io.zugabe.quickstart.imports.mapping;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/** Text that may have come out of a web shop's editor. */
public final class HtmlText {

    private static final Pattern TAG = Pattern.compile(
            "</?(?:a|b|big|blockquote|body|br|center|code|dd|del|div|dl|dt|em|font|h[1-6]|head|hr|html|i|iframe|img|ins"
                    + "|li|link|meta|ol|p|pre|s|script|section|small|span|strike|strong|style|sub|sup|table|tbody|td|tfoot"
                    + "|th|thead|tr|tt|u|ul|video)(?:\\s[^<>]*)?/?>|<!--",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ENTITY =
            Pattern.compile("&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,20});");
    private static final Pattern BLANKS = Pattern.compile("[ \\t\\u00A0]+");
    private static final Pattern AROUND_BREAK = Pattern.compile(" ?\\n ?");
    private static final Pattern BREAKS = Pattern.compile("\\n{3,}");

    private HtmlText() {}

    /** The text without tags, with entities as characters; scripts and styles are dropped. Plain text stays as it is. */
    public static String plain(String text) {
        if (TAG.matcher(text).find()) {
            StringBuilder words = new StringBuilder();
            Jsoup.parseBodyFragment(text).body().traverse(new Words(words));
            String joined = BLANKS.matcher(words).replaceAll(" ");
            return BREAKS.matcher(AROUND_BREAK.matcher(joined).replaceAll("\n"))
                    .replaceAll("\n\n")
                    .strip();
        }
        return ENTITY.matcher(text).find() ? Parser.unescapeEntities(text, false) : text;
    }

    /** The text so that {@link #plain} gives it back. */
    public static String escaped(String text) {
        return plain(text).equals(text) ? text : Entities.escape(text).replace("\u00A0", "&nbsp;");
    }

    private record Words(StringBuilder words) implements NodeVisitor {

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
                words.append(text.getWholeText().replaceAll("\\s+", " "));
            } else if (node instanceof Element element && breaksLine(element)) {
                breakLine();
                if ("li".equals(element.normalName())) {
                    words.append("- ");
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element && breaksLine(element) && !"br".equals(element.normalName())) {
                breakLine();
            }
        }

        private static boolean breaksLine(Element element) {
            return element.isBlock() || "br".equals(element.normalName());
        }

        private void breakLine() {
            if (!words.isEmpty() && words.charAt(words.length() - 1) != '\n') {
                words.append('\n');
            }
        }
    }
}
