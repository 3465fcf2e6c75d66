package io.zugabe.catalog.rule.adapter;

import io.zugabe.catalog.live.CatalogConfig;
import io.zugabe.catalog.live.domain.LiveCatalog;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Loads the rule packs, and gives the catalog in memory its rules. A broken pack stops the start. */
@Singleton
final class CatalogProducer {

    private static final Logger LOG = Logger.getLogger(CatalogProducer.class);

    @Produces
    @Singleton
    LiveCatalog catalog(CatalogConfig config) {
        Packs packs = Packs.load(config.packsDirectory());
        LOG.infof(
                "Loaded %d rules over %d types",
                packs.rules().rules().size(), packs.rules().schema().types().size());
        if (!packs.asBuilt()) { // what one pack declares can change what another's rules say: all are tested
            packs.requirePassingTests();
            LOG.infof("%d tests of the packs passed", packs.tests().size());
        }
        return new LiveCatalog(packs.book());
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}
