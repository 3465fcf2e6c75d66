package io.zugabe.quickstart.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/**
 * The ports of one running Zugabe: gRPC on base+1…base+4, the console on base+10, HTTP on
 * base+11…base+14 (for the default base 9000: 8001…8004), PostgreSQL on base+20 and Redis on base+21.
 *
 * @param base the base, in [1024, 65500]
 */
record Ports(int base) {

    static final int DEFAULT_BASE = 9000;
    private static final int DEFAULT_HTTP_BASE = 8000;
    private static final int CONNECT_MILLIS = 500;

    Ports {
        if (base < 1024 || base > 65500) {
            throw new StartFailure("--port-base " + base + " is out of range: choose 1024 to 65500.");
        }
    }

    int grpc(Room room) {
        return base + room.number();
    }

    int http(Room room) {
        return (base == DEFAULT_BASE ? DEFAULT_HTTP_BASE : base + 10) + room.number();
    }

    int postgres() {
        return base + 20;
    }

    int redis() {
        return base + 21;
    }

    String target(Room room) {
        return "127.0.0.1:" + grpc(room);
    }

    /** Fails with one sentence if any port is taken. */
    void requireFree() {
        List<Integer> taken = new ArrayList<>();
        for (Room room : Room.values()) {
            addIfTaken(grpc(room), taken);
            addIfTaken(http(room), taken);
        }
        addIfTaken(postgres(), taken);
        addIfTaken(redis(), taken);
        if (!taken.isEmpty()) {
            throw new StartFailure("Port " + taken.getFirst()
                    + " is taken by another program: stop that, or choose other ports with --port-base N (for instance "
                    + (base + 1000) + ").");
        }
    }

    /** Whether something accepts connections on a port of this machine. */
    static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void addIfTaken(int port, List<Integer> taken) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            taken.add(port);
        }
    }
}
