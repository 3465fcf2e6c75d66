package io.zugabe.segmentation.log;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** How long the log is kept where. */
@ConfigMapping(prefix = "zugabe.log")
public interface LogConfig {

    /** A month leaves the database when so many full months have passed since it ended; 1 or more. */
    @WithDefault("25")
    int retentionMonths();

    /** Where months are archived before they leave the database; all instances see the same directory. */
    Optional<Path> archiveDirectory();

    /** True to let months go without an archive: they can then not be replayed. */
    @WithDefault("false")
    boolean dropWithoutArchive();
}
