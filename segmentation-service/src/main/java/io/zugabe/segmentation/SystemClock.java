package io.zugabe.segmentation;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The one clock of the service: the machine's, unless a rehearsal leads it. */
@Singleton
class SystemClock {

    private static final Logger LOG = Logger.getLogger(SystemClock.class);

    /**
     * Makes the clock.
     *
     * @param file a file with the time to go by, as an ISO instant, for rehearsals in which weeks pass in minutes
     */
    @Produces
    @Singleton
    Clock clock(@ConfigProperty(name = "zugabe.clock.file") Optional<Path> file) {
        file.ifPresent(path -> LOG.warnf("The time is read from %s: this is a rehearsal", path));
        return file.<Clock>map(RehearsalClock::new).orElseGet(Clock::systemUTC);
    }
}
