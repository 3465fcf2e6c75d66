package io.zugabe.deploy.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The chart in {@code helm/zugabe}, as Helm sees it. */
final class Chart {

    static final Path FOLDER = Path.of("helm", "zugabe").toAbsolutePath();

    static final String RELEASE = "shop";
    static final String NAMESPACE = "offers";

    /** The oldest Kubernetes that Chart.yaml promises, and a newer one. */
    static final List<String> KUBERNETES_VERSIONS = List.of("v1.30.0", "v1.34.1");

    private static final YAMLMapper YAML = new YAMLMapper();

    private Chart() {}

    /** The values files that every test of the chart goes through; there is at least one. */
    static List<Path> valuesFiles() {
        try (Stream<Path> files = Files.list(FOLDER.resolve("ci"))) {
            List<Path> found = files.filter(file -> file.toString().endsWith("-values.yaml"))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new IllegalStateException("No ci/*-values.yaml: nothing would be tested");
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path valuesFile(String name) {
        return FOLDER.resolve("ci").resolve(name + "-values.yaml");
    }

    static String render(Path valuesFile) {
        return render(valuesFile, KUBERNETES_VERSIONS.getLast(), Map.of());
    }

    /**
     * Renders every template.
     *
     * @param overrides as of {@code --set}
     * @throws RuntimeException if the schema or a template refuses the values
     */
    static String render(Path valuesFile, String kubernetesVersion, Map<String, Object> overrides) {
        TemplateCommand command = new Helm(FOLDER)
                .template()
                .withName(RELEASE)
                .withNamespace(NAMESPACE)
                .withKubeVersion(kubernetesVersion)
                .withValuesFile(valuesFile);
        overrides.forEach(command::set);
        return command.call();
    }

    /** Lints strictly. The linter reads only a chart's own values, so it gets a copy with these laid over them. */
    static LintResult lint(Path valuesFile, Path emptyFolder) throws IOException {
        Path copy = emptyFolder.resolve("zugabe");
        copyTo(copy);
        Path defaults = copy.resolve("values.yaml");
        ObjectNode values = (ObjectNode) YAML.readTree(defaults.toFile());
        overlay(values, YAML.readTree(valuesFile.toFile()));
        YAML.writeValue(defaults.toFile(), values);
        return new Helm(copy).lint().strict().call();
    }

    private static void copyTo(Path target) throws IOException {
        try (Stream<Path> paths = Files.walk(FOLDER)) {
            for (Path path : paths.toList()) {
                Files.copy(path, target.resolve(FOLDER.relativize(path).toString()));
            }
        }
    }

    private static void overlay(ObjectNode below, JsonNode above) {
        above.properties().forEach(entry -> {
            if (entry.getValue() instanceof ObjectNode map && below.get(entry.getKey()) instanceof ObjectNode target) {
                overlay(target, map);
            } else {
                below.set(entry.getKey(), entry.getValue());
            }
        });
    }
}
