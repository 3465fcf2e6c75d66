package io.zugabe.deploy.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an image says about how it wants to be started.
 *
 * @param user {@code uid:gid} as the image writes it
 * @param environment {@code NAME=value} each
 * @param entrypoint the command and its arguments
 */
record ImageConfiguration(String user, List<String> environment, List<String> entrypoint) {

    /** Reads the user on the first line, then lines of {@code env NAME=value} and {@code arg ARGUMENT}. */
    static ImageConfiguration read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return new ImageConfiguration(
                lines.getFirst().strip(),
                tagged(lines, "env ").toList(),
                tagged(lines, "arg ").toList());
    }

    private static Stream<String> tagged(List<String> lines, String tag) {
        return lines.stream()
                .filter(line -> line.startsWith(tag))
                .map(line -> line.substring(tag.length()).strip());
    }
}
