package io.zugabe.quickstart.demoshop;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A JSON Lines file of the demo shop, one object a line.
 *
 * @param name file name, like {@code cameras.jsonl}
 * @param location where to read it
 */
public record DemoFile(String name, URL location) {

    /** Opens the file; the caller closes it. */
    public InputStream open() throws IOException {
        return location.openStream();
    }

    /** The lines of the file, without empty ones. */
    public List<String> lines() {
        try (var reader = new BufferedReader(new InputStreamReader(open(), StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + location, e);
        }
    }
}
