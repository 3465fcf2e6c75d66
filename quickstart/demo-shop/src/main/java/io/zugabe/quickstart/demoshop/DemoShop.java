package io.zugabe.quickstart.demoshop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of the demo shop, in the format that {@code ./zugabe import} reads; sorted by name. */
public final class DemoShop {

    private static final String ROOT = "/demo/";

    private DemoShop() {}

    /** Products: {@code demo/products/*.jsonl}. */
    public static List<DemoFile> products() {
        return files("products");
    }

    /** Curated complements: {@code demo/relations/*.jsonl}. */
    public static List<DemoFile> relations() {
        return files("relations");
    }

    /** What makers say about what fits: {@code demo/statements/*.jsonl}. */
    public static List<DemoFile> statements() {
        return files("statements");
    }

    /** Pairs that look right and are not: {@code demo/traps/*.jsonl}. */
    public static List<DemoFile> traps() {
        return files("traps");
    }

    /** What may come with offers, as messages of the API: {@code demo/incentives/*.jsonl}. */
    public static List<DemoFile> incentives() {
        return files("incentives");
    }

    private static List<DemoFile> files(String folder) {
        @Nullable URL location = DemoShop.class.getResource(ROOT + folder);
        if (location == null) {
            return List.of();
        }
        try {
            return "jar".equals(location.getProtocol()) ? inJar(location, folder) : inFolder(location);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + location, e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Not a location: " + location, e);
        }
    }

    private static List<DemoFile> inFolder(URL location) throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.list(Path.of(location.toURI()))) {
            return sorted(files.map(DemoShop::file));
        }
    }

    private static DemoFile file(Path path) {
        try {
            return new DemoFile(path.getFileName().toString(), path.toUri().toURL());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<DemoFile> inJar(URL location, String folder) throws IOException, URISyntaxException {
        JarURLConnection connection = (JarURLConnection) location.openConnection();
        String prefix = ROOT.substring(1) + folder + "/";
        List<String> names = connection.getJarFile().stream()
                .map(entry -> entry.getName())
                .filter(name -> name.startsWith(prefix))
                .toList();
        var files = Stream.<DemoFile>builder();
        for (String name : names) {
            URL entry = URI.create("jar:" + connection.getJarFileURL() + "!/" + name)
                    .toURL();
            files.add(new DemoFile(name.substring(prefix.length()), entry));
        }
        return sorted(files.build());
    }

    private static List<DemoFile> sorted(Stream<DemoFile> files) {
        return files.filter(file -> file.name().endsWith(".jsonl"))
                .sorted(Comparator.comparing(DemoFile::name))
                .toList();
    }
}
