package io.zugabe.catalog.worlds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zugabe.catalog.fit.domain.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A labelled catalog: real products and pairs of them of which the verdict is known.
 *
 * @param name of its folder
 * @param domains the numbers of the domains of fit that it covers
 */
public record World(String name, List<Integer> domains, CatalogFolder files, List<Label> labels) {

    private static final Path FOLDER = Path.of("src/test/resources/worlds");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** All worlds by name. */
    public static List<World> all() {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.filter(Files::isDirectory).sorted().map(World::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The labels about one domain. */
    public List<Label> labelsOf(int domain) {
        return labels.stream().filter(label -> label.domain() == domain).toList();
    }

    private static World read(Path folder) {
        try {
            JsonNode about = JSON.readTree(folder.resolve("world.json").toFile());
            List<Integer> domains = new ArrayList<>();
            about.path("domains").forEach(each -> domains.add(each.asInt()));
            CatalogFolder files = new CatalogFolder(folder);
            List<Label> labels = files.lines("pairs").stream()
                    .map(line -> Label.of(line, domains.getFirst()))
                    .toList();
            return new World(folder.getFileName().toString(), domains, files, labels);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A pair of which the verdict is known.
     *
     * @param limits attributes that must limit the fit; empty if it does not matter which
     * @param why the verdict is right
     */
    public record Label(int domain, String host, String part, Verdict verdict, List<String> limits, String why) {

        private static Label of(JsonNode line, int onlyDomain) {
            List<String> limits = new ArrayList<>();
            line.path("limits").forEach(each -> limits.add(each.asText()));
            return new Label(
                    line.path("domain").asInt(onlyDomain),
                    line.path("host").asText(),
                    line.path("part").asText(),
                    Verdict.valueOf(line.path("verdict").asText()),
                    limits.stream().sorted().toList(),
                    line.path("why").asText());
        }
    }
}
