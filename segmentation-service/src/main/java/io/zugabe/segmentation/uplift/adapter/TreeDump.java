package io.zugabe.segmentation.uplift.adapter;

import io.zugabe.segmentation.uplift.domain.Forest;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text in which XGBoost writes a tree. Its numbers have the nine digits that make a float whole. */
final class TreeDump {

    private static final Pattern NODE = Pattern.compile(
            "(\\d+):\\[f(\\d+)<([^\\]]+)\\] " + "yes=(\\d+),no=(\\d+),missing=(\\d+),gain=([^,]+),cover=.*");
    private static final Pattern LEAF = Pattern.compile("(\\d+):leaf=([^,]+),cover=.*");

    private TreeDump() {}

    static Forest.Tree read(String dump) {
        List<String> lines =
                dump.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        int size = lines.stream()
                        .mapToInt(line -> Integer.parseInt(line.substring(0, line.indexOf(':'))))
                        .max()
                        .orElseThrow()
                + 1;
        Forest.Tree tree = new Forest.Tree(
                new int[size], new float[size], new int[size], new int[size], new int[size], new float[size]);
        lines.forEach(line -> read(line, tree));
        return tree;
    }

    private static void read(String line, Forest.Tree tree) {
        Matcher leaf = LEAF.matcher(line);
        if (leaf.matches()) {
            int node = Integer.parseInt(leaf.group(1));
            tree.feature()[node] = -1;
            tree.threshold()[node] = Float.parseFloat(leaf.group(2));
            return;
        }
        Matcher split = NODE.matcher(line);
        if (!split.matches()) {
            throw new IllegalStateException("XGBoost writes a node as \"" + line + "\"");
        }
        int node = Integer.parseInt(split.group(1));
        tree.feature()[node] = Integer.parseInt(split.group(2));
        tree.threshold()[node] = Float.parseFloat(split.group(3));
        tree.left()[node] = Integer.parseInt(split.group(4));
        tree.right()[node] = Integer.parseInt(split.group(5));
        tree.missing()[node] = Integer.parseInt(split.group(6));
        tree.gain()[node] = Float.parseFloat(split.group(7));
    }
}
