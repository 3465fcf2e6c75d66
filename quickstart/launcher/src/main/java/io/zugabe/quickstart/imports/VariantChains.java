package io.zugabe.quickstart.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zugabe.quickstart.imports.source.RejectedRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What {@code variant_of} says in a whole file: products that lead, step by step, to one product are its
 * variants and share its group. A line that would close a circle is told apart; the lines before it count.
 */
final class VariantChains {

    private static final String FIELD = "variant_of";
    private static final int LONGEST = 1_000;
    private static final int TOLD = 10;

    private final Map<String, String> parents = new HashMap<>();
    private final Set<String> roots = new HashSet<>();
    private final Map<Long, String> closingLines = new HashMap<>();

    /** Takes a record into account; to be called for every record, in the file's order, before {@link #resolve}. */
    void take(long line, JsonNode record) {
        String id = Fields.text(record, "id");
        String parent = Fields.text(record, FIELD);
        if (id.isEmpty() || parent.isEmpty()) {
            return;
        }
        List<String> chain = new ArrayList<>(List.of(id));
        String step = parent;
        while (step != null && !step.equals(id) && chain.size() <= LONGEST) {
            chain.add(step);
            step = parents.get(step);
        }
        if (step == null) {
            parents.put(id, parent);
            roots.add(parent);
        } else if (step.equals(id)) {
            chain.add(id);
            closingLines.put(line, "closes a circle: " + told(chain));
        } else {
            closingLines.put(line, "makes a chain of more than 1,000 products; name the first of them");
        }
    }

    /** The record with the group that its chain leads to. */
    JsonNode resolve(long line, JsonNode record) {
        String problem = closingLines.get(line);
        String parent = Fields.text(record, FIELD);
        if (problem != null) {
            throw RejectedRecord.value(FIELD, parent, problem);
        }
        String id = Fields.text(record, "id");
        if (parent.isEmpty() && !roots.contains(id)) {
            return record;
        }
        String root = parent.isEmpty() ? id : root(parent);
        String stated = Fields.text(record, "variant_group");
        if (!stated.isEmpty() && !stated.equals(root)) {
            throw RejectedRecord.value(
                    "variant_group",
                    stated,
                    "contradicts variant_of, by which the group is \"" + root + "\": leave it out");
        }
        ObjectNode resolved = record.deepCopy();
        resolved.remove(FIELD);
        return resolved.put("variant_group", root);
    }

    private String root(String id) {
        String root = id;
        int steps = 0;
        for (String next = parents.get(root); next != null && steps <= LONGEST; next = parents.get(root)) {
            root = next;
            steps++;
        }
        if (steps > LONGEST) {
            throw RejectedRecord.value(FIELD, id, "begins a chain of more than 1,000 products; name the first of them");
        }
        return root;
    }

    private static String told(List<String> chain) {
        List<String> ids = chain.stream().map(RejectedRecord::shortened).toList();
        return ids.size() <= TOLD
                ? String.join(" → ", ids)
                : String.join(" → ", ids.subList(0, TOLD - 1)) + " → … → " + ids.getLast();
    }
}
