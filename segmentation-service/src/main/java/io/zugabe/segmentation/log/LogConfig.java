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

    /** What becomes of events about products that the catalog does not have. */
    @WithDefault("refuse")
    UnknownProducts unknownProducts();

    /** catalog-service, as host:port, which knows the products; without it every product may exist. */
    Optional<String> catalogTarget();

    /** What becomes of events about unknown products. */
    enum UnknownProducts {
        /** Refused, as soon as the catalog has been read once. */
        REFUSE,
        /** Accepted like any other. */
        ACCEPT
    }
}
