package io.zugabe.recommendation.placements;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What makes products better, and how placements' rules are followed. */
@ConfigMapping(prefix = "zugabe.kinds")
public interface KindsConfig {

    /** A file of traits instead of the built-in one (src/main/resources/kinds/traits.tsv), of the same form. */
    Optional<Path> traitsFile();

    /** How often to look whether another replica has changed a placement's rules. */
    @WithDefault("500ms")
    Duration followEvery();
}
