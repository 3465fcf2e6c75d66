package io.zugabe.catalog.product.endpoint;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test that calls the running service, over a connection of its own for each of its stories. */
public abstract class CatalogStory {

    protected CatalogClient client;

    @BeforeEach
    void connect() {
        client = new CatalogClient();
    }

    @AfterEach
    void disconnect() {
        client.close();
    }
}
