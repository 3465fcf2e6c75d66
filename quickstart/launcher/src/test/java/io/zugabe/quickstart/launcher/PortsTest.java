package io.zugabe.quickstart.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void defaultBase_hasTheDocumentedPorts() {
        Ports ports = new Ports(Ports.DEFAULT_BASE);
        assertEquals(9001, ports.grpc(Room.CATALOG));
        assertEquals(8004, ports.http(Room.EXPERIMENT));
    }

    @Test
    void otherBase_putsHttpTenAbove() {
        Ports ports = new Ports(12_000);
        assertEquals(12_003, ports.grpc(Room.RECOMMENDATION));
        assertEquals(12_013, ports.http(Room.RECOMMENDATION));
    }

    @Test
    void base_outOfRange_saysWhatToDo() {
        assertTrue(message(() -> new Ports(80)).contains("choose 1024 to 65500"));
    }

    @Test
    void takenPort_saysWhichAndWhatToDo() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = new Ports(Math.min(taken.getLocalPort() - 1, 65_500));
            assertTrue(message(ports::requireFree).contains("--port-base"));
        }
    }

    private static String message(Runnable code) {
        return String.valueOf(assertThrows(StartFailure.class, code::run).getMessage());
    }
}
