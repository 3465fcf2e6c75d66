package io.zugabe.deploy.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.zugabe.deploy.Environment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartEnvironmentTest {

    @ParameterizedTest
    @ValueSource(strings = {"catalog", "segmentation", "recommendation", "experiment"})
    void chart_setsOnlyWhatTheServiceReads(String room) {
        Optional<Set<String>> known = Environment.readBy(room);
        assumeTrue(known.isPresent(), room + "-service is not here");
        Manifests chart = Manifests.read(Chart.render(Chart.valuesFile("external")));
        Set<String> unread = new TreeSet<>(configuration(chart, room).keySet());
        chart.podTemplates().get("shop-zugabe-" + room).getSpec().getContainers().getFirst().getEnv().stream()
                .map(EnvVar::getName)
                .forEach(unread::add);

        unread.removeAll(known.get());

        assertEquals(Set.of(), unread);
    }

    @Test
    void databaseUrls_areComposedOfHostPortAndName() {
        Manifests trial = Manifests.read(Chart.render(Chart.valuesFile("trial")));
        Manifests external = Manifests.read(Chart.render(Chart.valuesFile("external")));
        Manifests full = Manifests.read(Chart.render(Chart.valuesFile("full")));

        assertEquals(
                "postgresql://shop-zugabe-trial-postgresql:5432/catalog",
                configuration(trial, "catalog").get("ZUGABE_DB_URL"));
        assertEquals(
                "postgresql://postgresql.databases.svc:5432/experiments?sslmode=require",
                configuration(external, "experiment").get("ZUGABE_DB_URL"));
        assertEquals(
                "postgresql://pg-rw.databases.svc:6432/segmentation",
                full.named(ConfigMap.class, "cross-sell-segmentation").getData().get("ZUGABE_DB_URL"));
    }

    @Test
    void furtherVariables_reachTheService() {
        Manifests full = Manifests.read(Chart.render(Chart.valuesFile("full")));

        assertTrue(full.named(ConfigMap.class, "cross-sell-catalog").getData().containsKey("JAVA_TOOL_OPTIONS"));
    }

    @Test
    void archive_isMountedWhereSegmentationLooksForIt_andNowhereElse() {
        Manifests full = Manifests.read(Chart.render(Chart.valuesFile("full")));
        Manifests external = Manifests.read(Chart.render(Chart.valuesFile("external")));

        full.podTemplates().forEach((name, pod) -> {
            String directory = full.named(ConfigMap.class, name).getData().getOrDefault("ZUGABE_LOG_ARCHIVE", "");
            Set<String> claimed = pod.getSpec().getVolumes().stream()
                    .filter(volume -> volume.getPersistentVolumeClaim() != null)
                    .map(Volume::getName)
                    .collect(Collectors.toSet());
            List<String> mounted = pod.getSpec().getContainers().getFirst().getVolumeMounts().stream()
                    .filter(mount -> claimed.contains(mount.getName()))
                    .map(VolumeMount::getMountPath)
                    .toList();
            assertEquals(name.endsWith("-segmentation") ? List.of("/archive") : List.of(), mounted, name);
            assertEquals(String.join("", mounted), directory, name);
        });
        assertFalse(configuration(external, "segmentation").containsKey("ZUGABE_LOG_ARCHIVE"));
    }

    @Test
    void segmentation_knowsTheCatalog() {
        Manifests external = Manifests.read(Chart.render(Chart.valuesFile("external")));

        assertEquals(
                "shop-zugabe-catalog:9001",
                configuration(external, "segmentation").get("ZUGABE_CATALOG_TARGET"));
    }

    private static Map<String, String> configuration(Manifests chart, String room) {
        return chart.named(ConfigMap.class, "shop-zugabe-" + room).getData();
    }
}
