package io.zugabe.quickstart.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Searches everything that Zugabe stores for an id: every table of every database, Redis, the logs. */
final class StoredTraces {

    private final Ports ports;
    private final Path logs;

    StoredTraces(Ports ports, Path logs) {
        this.ports = ports;
        this.logs = logs;
    }

    /** Where an id stands, as "database.table", "redis" or a log's file name. */
    List<String> of(String id) throws SQLException, IOException {
        List<String> found = new ArrayList<>();
        for (Room room : Room.values()) {
            String url = "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + room.database();
            try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres")) {
                inTables(connection, id).forEach(table -> found.add(room.database() + "." + table));
            }
        }
        if (inRedis(id)) {
            found.add("redis");
        }
        found.addAll(inLogs(id));
        return found;
    }

    private static List<String> inTables(Connection connection, String id) throws SQLException {
        String hex = HexFormat.of().formatHex(id.getBytes(StandardCharsets.UTF_8));
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet names = statement.executeQuery(
                    "select table_name from information_schema.tables where table_schema = 'public'")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet count = statement.executeQuery("select count(*) from \"" + table
                        + "\" as row where row::text like '%" + id + "%' or row::text like '%" + hex + "%'")) {
                    count.next();
                    if (count.getLong(1) > 0) {
                        found.add(table);
                    }
                }
            }
        }
        return found;
    }

    /** Asks for the keys only: values are found under a key that names whom they are about. */
    private boolean inRedis(String id) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", ports.redis())) {
            socket.getOutputStream().write(("KEYS *" + id + "*\r\n").getBytes(StandardCharsets.US_ASCII));
            InputStream answer = socket.getInputStream();
            StringBuilder count = new StringBuilder();
            int next = answer.read();
            while (next != '\r') {
                count.append((char) next);
                next = answer.read();
            }
            return !count.toString().equals("*0");
        }
    }

    private List<String> inLogs(String id) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(logs)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".log")).toList()) {
                if (Files.readString(file).contains(id)) {
                    found.add(file.getFileName().toString());
                }
            }
        }
        return found;
    }
}
