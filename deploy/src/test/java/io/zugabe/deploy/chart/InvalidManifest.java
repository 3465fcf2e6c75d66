package io.zugabe.deploy.chart;

import java.util.List;

/** A manifest that the API server would refuse or, worse, read without some of its fields. */
final class InvalidManifest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidManifest(String manifest, List<String> problems) {
        super(manifest + ": " + String.join("; ", problems));
    }
}
