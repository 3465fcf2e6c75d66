package io.zugabe.deploy.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zugabe.deploy.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class ComposeFileTest {

    private static final Path FILE = Path.of("compose.yaml");

    private static Map<String, Map<String, Object>> services = Map.of();

    @BeforeAll
    @SuppressWarnings("unchecked")
    static void read() throws IOException {
        // SnakeYAML itself, because it knows merge keys (<<).
        Map<String, Object> file = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(FILE));
        services = (Map<String, Map<String, Object>>) file.getOrDefault("services", Map.of());
    }

    @Test
    void file_startsTheFourServicesAndTheirServers() {
        assertEquals(
                Set.of("postgresql", "valkey", "catalog", "segmentation", "recommendation", "experiment"),
                services.keySet());
    }

    @Test
    void everyContainer_hasAPinnedImageAndAHealthCheck() {
        services.forEach((name, service) -> {
            String image = String.valueOf(service.get("image"));
            assertTrue(image.matches(".+:\\d+\\.\\d+(\\.\\d+)?"), image);
            assertTrue(service.containsKey("healthcheck"), name);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"catalog", "segmentation", "recommendation", "experiment"})
    void service_isSetUpAsItsImageExpects(String room) {
        Map<String, Object> service = service(room);
        Map<String, Object> environment = map(service, "environment");

        assertEquals(true, service.get("read_only"));
        assertEquals(List.of("ALL"), service.get("cap_drop"));
        assertEquals(room + "-service", map(map(service, "build"), "args").get("SERVICE"));
        assertEquals("postgresql://postgresql:5432/" + room, environment.get("ZUGABE_DB_URL"));
        assertEquals(room, environment.get("ZUGABE_DB_USER"));
        String published = String.valueOf(service.get("ports"));
        assertTrue(published.contains(":" + environment.get("ZUGABE_GRPC_PORT")), published);
        assertTrue(published.contains(":" + environment.get("ZUGABE_HTTP_PORT")), published);
        String check = String.valueOf(map(service, "healthcheck").get("test"));
        assertTrue(check.contains("/" + environment.get("ZUGABE_HTTP_PORT") + " "), check);
    }

    @ParameterizedTest
    @ValueSource(strings = {"catalog", "segmentation", "recommendation", "experiment"})
    void service_isGivenOnlyVariablesThatItReads(String room) {
        Optional<Set<String>> known = Environment.readBy(room);
        assumeTrue(known.isPresent(), room + "-service is not here");
        Set<String> unread = new TreeSet<>(map(service(room), "environment").keySet());

        unread.removeAll(known.get());

        assertEquals(Set.of(), unread);
    }

    @Test
    void targets_areServicesOfTheFile() {
        assertEquals("catalog:9001", map(service("segmentation"), "environment").get("ZUGABE_CATALOG_TARGET"));
        services.values()
                .forEach(service -> map(service, "environment").forEach((name, value) -> {
                    if (name.endsWith("_TARGET")) {
                        String[] target = String.valueOf(value).split(":");
                        assertEquals(
                                target[1],
                                map(service(target[0]), "environment").get("ZUGABE_GRPC_PORT"));
                    }
                }));
    }

    @Test
    void databases_areMadeByTheScriptOfTheChart() throws IOException {
        String volumes = String.valueOf(service("postgresql").get("volumes"));
        Path script = Path.of("helm/zugabe/files/create-databases.sh");

        assertTrue(volumes.contains("./" + script + ":/docker-entrypoint-initdb.d/"), volumes);
        assertTrue(Files.readString(script).contains("in catalog segmentation recommendation experiment;"));
        assertFalse(map(service("postgresql"), "environment").isEmpty());
    }

    private static Map<String, Object> service(String name) {
        return services.getOrDefault(name, Map.of());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> parent, String key) {
        return (Map<String, Object>) parent.getOrDefault(key, Map.of());
    }
}
