package io.zugabe.quickstart.imports;

import io.zugabe.quickstart.imports.source.RejectedRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Folders among the paths of a command stand for the files in them. */
final class Folders {

    private Folders() {}

    /** The files, those of a folder in the order of their names, without hidden ones and folders below. */
    static List<Path> opened(List<Path> paths) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (!Files.isDirectory(path)) {
                files.add(path);
                continue;
            }
            try (Stream<Path> inside = Files.list(path)) {
                List<Path> found = inside.filter(Files::isRegularFile)
                        .filter(file -> !file.getFileName().toString().startsWith("."))
                        .sorted()
                        .toList();
                if (found.isEmpty()) {
                    throw new RejectedRecord("file", path + " is a folder without files");
                }
                files.addAll(found);
            }
        }
        return files;
    }
}
