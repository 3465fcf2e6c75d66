package io.zugabe.deploy.chart;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The validation itself: what is wrong with a manifest has to make it fail. */
class ManifestsTest {

    private static String rendered = "";

    @BeforeAll
    static void render() {
        rendered = Chart.render(Chart.valuesFile("full"));
        assertDoesNotThrow(() -> Manifests.read(rendered));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', textBlock = """
            imagePullPolicy: IfNotPresent      | imagePullPolcy: IfNotPresent        | imagePullPolcy
            readOnlyRootFilesystem: true       | readOnlyRootFileSystem: true        | readOnlyRootFileSystem
            preStop:                           | preStopp:                           | preStopp
            clusterIP: None                    | clusterIp: None                     | clusterIp
            path: /q/metrics                   | pathh: /q/metrics                   | pathh
            averageUtilization: 50             | averageUtilisation: 50              | averageUtilisation
            policyTypes: [Ingress]             | policyType: [Ingress]               | policyType
            """)
    void field_misspelled_isFound(String right, String wrong, String found) {
        refused(right, wrong, found);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', textBlock = """
            runAsNonRoot: true                 | runAsNonRoot: surely                | runAsNonRoot
            runAsUser: 10001                   | runAsUser: '10001'                  | runAsUser
            terminationGracePeriodSeconds: 90  | terminationGracePeriodSeconds: long | terminationGracePeriodSeconds
            prometheus.io/port: "8001"         | prometheus.io/port: 8001            | prometheus.io/port
            imagePullPolicy: IfNotPresent      | imagePullPolicy: [IfNotPresent]     | imagePullPolicy
            """)
    void field_ofAnotherType_isFound(String right, String wrong, String found) {
        refused(right, wrong, found);
    }

    @Test
    void field_addedAtTheTop_isFound() {
        refused("kind: PodDisruptionBudget", "kind: PodDisruptionBudget\nsurprise: 1", "surprise");
    }

    @Test
    void kind_withoutModel_isFound() {
        refused("kind: PodDisruptionBudget", "kind: PodDisruptionBidget", "no model");
    }

    private static void refused(String right, String wrong, String found) {
        String broken = rendered.replace(right, wrong);
        assertNotEquals(rendered, broken, "the chart no longer renders " + right);

        InvalidManifest refusal = assertThrows(InvalidManifest.class, () -> Manifests.read(broken));

        assertTrue(refusal.getMessage().contains(found), refusal::getMessage);
    }
}
