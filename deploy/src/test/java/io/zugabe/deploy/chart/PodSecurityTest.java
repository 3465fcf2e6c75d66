package io.zugabe.deploy.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Volume;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The restricted profile of the Pod Security Standards, and a read-only root beside it. */
class PodSecurityTest {

    static List<Path> valuesFiles() {
        return Chart.valuesFiles();
    }

    @ParameterizedTest
    @MethodSource("valuesFiles")
    void everyPod_isRestricted(Path valuesFile) {
        Manifests.read(Chart.render(valuesFile)).podTemplates().forEach((name, template) -> {
            PodSpec pod = template.getSpec();
            PodSecurityContext security = pod.getSecurityContext();
            assertTrue(security.getRunAsNonRoot(), name);
            assertEquals(name.contains("-trial-") ? 999 : 10001, security.getRunAsUser(), name);
            assertEquals("RuntimeDefault", security.getSeccompProfile().getType(), name);
            assertFalse(pod.getAutomountServiceAccountToken(), name);
            assertEquals(null, pod.getHostNetwork(), name);
            assertEquals(null, pod.getHostPID(), name);
            assertEquals(null, pod.getHostIPC(), name);
            assertEquals(List.of(), pod.getInitContainers(), name);
            pod.getVolumes().forEach(volume -> assertRestricted(name, volume));
            pod.getContainers().forEach(container -> assertRestricted(name, container));
        });
    }

    private static void assertRestricted(String pod, Volume volume) {
        assertTrue(
                volume.getEmptyDir() != null
                        || volume.getConfigMap() != null
                        || volume.getPersistentVolumeClaim() != null,
                pod + ": volume " + volume.getName() + " is neither an emptyDir, nor a ConfigMap, nor a claim");
    }

    private static void assertRestricted(String pod, Container container) {
        SecurityContext security = container.getSecurityContext();
        assertFalse(security.getAllowPrivilegeEscalation(), pod);
        assertTrue(security.getReadOnlyRootFilesystem(), pod);
        assertEquals(List.of("ALL"), security.getCapabilities().getDrop(), pod);
        assertEquals(List.of(), security.getCapabilities().getAdd(), pod);
        assertEquals(null, security.getPrivileged(), pod);
        assertEquals(null, security.getRunAsUser(), pod);
        container.getPorts().forEach(port -> assertEquals(null, port.getHostPort(), pod));
        assertFalse(container.getImage().endsWith(":latest"), pod);
        assertEquals(
                Map.of("cpu", true, "memory", true),
                Map.of(
                        "cpu", container.getResources().getRequests().containsKey("cpu"),
                        "memory", container.getResources().getLimits().containsKey("memory")),
                pod + " asks for CPU and limits its memory");
    }
}
