package io.zugabe.quickstart.launcher;

import java.util.Locale;

/** The four services, in the order in which they are started. */
enum Room {
    CATALOG(1, 384),
    SEGMENTATION(2, 384),
    RECOMMENDATION(3, 512),
    EXPERIMENT(4, 192);

    private final int number;
    private final int heapMegabytes;

    Room(int number, int heapMegabytes) {
        this.number = number;
        this.heapMegabytes = heapMegabytes;
    }

    /** Place of the service's ports, from 1. */
    int number() {
        return number;
    }

    int heapMegabytes() {
        return heapMegabytes;
    }

    String database() {
        return name().toLowerCase(Locale.ROOT);
    }

    String module() {
        return database() + "-service";
    }
}
