package io.zugabe.bench.lensfun;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The tables of lensfun.
 *
 * @param adapters by a camera's mount, the mounts of lenses that it takes by an adapter
 */
record LensfunTables(
        List<Camera> cameras, List<Lens> lenses, Map<String, SortedSet<String>> adapters, List<LabelledPair> pairs) {

    private static final List<String> FILES =
            List.of("cameras.csv", "lenses.csv", "mount_compat.csv", "lens_camera_pairs.csv");

    /**
     * A camera.
     *
     * @param variant tells cameras of one maker and model apart; mostly empty
     * @param fixedLens whether its lens cannot be taken off
     */
    record Camera(String maker, String model, String variant, String mount, boolean fixedLens) {}

    /** A lens, which may be sold for several mounts. */
    record Lens(String maker, String model, List<String> mounts) {}

    /** A pair of which lensfun knows the answer. */
    record LabelledPair(
            String cameraMaker,
            String cameraModel,
            String cameraMount,
            String lensMaker,
            String lensModel,
            List<String> lensMounts,
            Label label) {}

    /** How lens and camera go together. */
    enum Label {
        /** The lens is made for the camera's mount. */
        DIRECT,
        /** There is an adapter from one of the lens's mounts to the camera's. */
        ADAPTER,
        /** Neither. */
        NONE
    }

    /**
     * Reads the tables.
     *
     * @throws IllegalArgumentException if a file is missing
     */
    static LensfunTables read(Path directory) {
        for (String file : FILES) {
            if (!Files.isRegularFile(directory.resolve(file))) {
                throw new IllegalArgumentException(
                        directory.resolve(file) + " is missing: --data must name a folder with "
                                + String.join(", ", FILES) + " made from the lensfun database");
            }
        }
        Map<String, SortedSet<String>> adapters = new TreeMap<>();
        rows(directory.resolve("mount_compat.csv"), Function.identity())
                .forEach(row -> adapters.computeIfAbsent(row.get("camera_mount"), _ -> new TreeSet<>())
                        .add(row.get("accepts_lens_mount_via_adapter")));
        return new LensfunTables(
                rows(directory.resolve("cameras.csv"), LensfunTables::camera),
                rows(directory.resolve("lenses.csv"), LensfunTables::lens),
                adapters,
                rows(directory.resolve("lens_camera_pairs.csv"), LensfunTables::pair));
    }

    private static Camera camera(CSVRecord row) {
        return new Camera(
                row.get("maker"),
                row.get("model"),
                row.get("variant"),
                row.get("mount"),
                row.get("fixed_lens").equals("1"));
    }

    private static Lens lens(CSVRecord row) {
        return new Lens(row.get("maker"), row.get("model"), mounts(row.get("mounts")));
    }

    private static LabelledPair pair(CSVRecord row) {
        Label label = switch (row.get("label")) {
            case "direct" -> Label.DIRECT;
            case "adapter" -> Label.ADAPTER;
            case "none" -> Label.NONE;
            default -> throw new IllegalArgumentException("the label " + row.get("label") + " is unknown");
        };
        return new LabelledPair(
                row.get("camera_maker"),
                row.get("camera_model"),
                row.get("camera_mount"),
                row.get("lens_maker"),
                row.get("lens_model"),
                mounts(row.get("lens_mounts")),
                label);
    }

    private static List<String> mounts(String joined) {
        return List.of(joined.split("\\|"));
    }

    private static <T> List<T> rows(Path file, Function<CSVRecord, T> read) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser parser = format.parse(text)) {
            return parser.stream().map(read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
