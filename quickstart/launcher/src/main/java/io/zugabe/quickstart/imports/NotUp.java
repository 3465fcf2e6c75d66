package io.zugabe.quickstart.imports;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Nothing answers where a service should be: said at once, in one sentence, before anything is sent. */
public final class NotUp extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int CONNECT_MILLIS = 2_000;

    private NotUp(int portBase, int port) {
        super(
                "Nothing answers on 127.0.0.1:" + port + ", so Zugabe is not up on port base " + portBase
                        + ": start it with ./zugabe up, or give --port-base.",
                null,
                false,
                false);
    }

    /**
     * Makes sure that something takes connections.
     *
     * @param portBase as given to {@code ./zugabe up}
     * @param port of a service of this Zugabe
     */
    public static void check(int portBase, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), CONNECT_MILLIS);
        } catch (IOException e) {
            throw new NotUp(portBase, port);
        }
    }
}
