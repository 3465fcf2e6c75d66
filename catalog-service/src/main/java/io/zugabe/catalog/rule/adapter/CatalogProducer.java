package io.zugabe.catalog.rule.adapter;

import io.quarkus.runtime.Startup;
import io.zugabe.catalog.live.CatalogConfig;
import io.zugabe.catalog.live.domain.LiveCatalog;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Loads the rule packs when the service starts, and gives the catalog in memory its rules. A broken pack stops the start. */
@Singleton
final class CatalogProducer {

    private static final Logger LOG = Logger.getLogger(CatalogProducer.class);

    @Produces
    @Singleton
    @Startup
    LiveCatalog catalog(CatalogConfig config) {
        Packs packs = Packs.load(config.packsDirectory());
        packs.requirePassingTests();
        LOG.infof(
                "Loaded %d rules over %d types; %d tests of the packs passed",
                packs.rules().rules().size(),
                packs.rules().schema().types().size(),
                packs.tests().size());
        return new LiveCatalog(packs.rules());
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}
