package io.zugabe.deploy.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a manifest says and the model read from it does not say in the same way. */
final class Difference {

    private final List<String> found = new ArrayList<>();

    private Difference() {}

    /** Paths with what was written and what was read; the model may say more, such as empty lists. */
    static List<String> between(JsonNode written, JsonNode read) {
        Difference difference = new Difference();
        difference.compare("", written, read);
        return difference.found;
    }

    private void compare(String path, JsonNode written, @Nullable JsonNode read) {
        if (written.isObject() && read != null && read.isObject()) {
            written.properties()
                    .forEach(entry -> compare(path + "." + entry.getKey(), entry.getValue(), read.get(entry.getKey())));
        } else if (written.isArray() && read != null && read.isArray() && written.size() == read.size()) {
            for (int index = 0; index < written.size(); index++) {
                compare(path + "[" + index + "]", written.get(index), read.get(index));
            }
        } else if (!isEmpty(written) && !written.equals(read)) {
            found.add("at " + path + " written " + written + ", read " + read);
        }
    }

    private static boolean isEmpty(JsonNode node) {
        return node.isNull() || node.isContainerNode() && node.isEmpty();
    }
}
