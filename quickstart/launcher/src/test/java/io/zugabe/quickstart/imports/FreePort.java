package io.zugabe.quickstart.imports;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A port base where no catalog is. */
public final class FreePort {

    private FreePort() {}

    /** The base: nothing listens on the port above it. */
    public static int base() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort() - 1;
        }
    }
}
