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
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Searches everything that Zugabe stores for an id: every table of every database, Redis, the logs. */
final class StoredTraces {

    /** Numbers the keys that have a text in them or in their value. */
    private static final String SEARCH = """
            local found = 0
            local cursor = '0'
            repeat
              local page = redis.call('SCAN', cursor, 'COUNT', 1000)
              cursor = page[1]
              for _, key in ipairs(page[2]) do
                local kind = redis.call('TYPE', key).ok
                local values = {}
                if kind == 'string' then values = {redis.call('GET', key)}
                elseif kind == 'hash' then values = redis.call('HGETALL', key)
                elseif kind == 'list' then values = redis.call('LRANGE', key, 0, -1)
                elseif kind == 'set' then values = redis.call('SMEMBERS', key)
                elseif kind == 'zset' then values = redis.call('ZRANGE', key, 0, -1)
                else error('values of type ' .. kind .. ' are not searched') end
                table.insert(values, key)
                for _, value in ipairs(values) do
                  if value and string.find(value, ARGV[1], 1, true) then
                    found = found + 1
                    break
                  end
                end
              end
            until cursor == '0'
            return found""";

    /** Partitions have the columns of their table. Whole numbers and truth values name nobody. */
    private static final String PERSONAL = """
            select c.table_name, c.column_name from information_schema.columns c
            join pg_class t on t.relname = c.table_name and t.relnamespace = 'public'::regnamespace
            where c.table_schema = 'public' and not t.relispartition
              and c.data_type in ('text', 'character varying', 'bytea', 'jsonb', 'json', 'uuid', 'ARRAY')
              and c.column_name ~ '(customer|visitor|subject|unit(_id|_key)?$|person|people|session|user|shopper|recipient|canonical|digest)'""";

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

    /** Keys and values of every type. */
    private boolean inRedis(String id) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", ports.redis())) {
            socket.getOutputStream().write(command("EVAL", SEARCH, "0", id).getBytes(StandardCharsets.UTF_8));
            InputStream answer = socket.getInputStream();
            StringBuilder count = new StringBuilder();
            int next = answer.read();
            while (next != '\r') {
                count.append((char) next);
                next = answer.read();
            }
            if (!count.toString().startsWith(":")) {
                throw new IOException("Redis answers " + count);
            }
            return !count.toString().equals(":0");
        }
    }

    private static String command(String... words) {
        StringBuilder command = new StringBuilder("*" + words.length + "\r\n");
        for (String word : words) {
            int bytes = word.getBytes(StandardCharsets.UTF_8).length;
            command.append('$').append(bytes).append("\r\n").append(word).append("\r\n");
        }
        return command.toString();
    }

    /**
     * The columns of all databases that by their name may hold whom something is about, as "database.table.column".
     * Whoever adds one declares it where this is compared, and has it erased.
     */
    SortedSet<String> personalColumns() throws SQLException {
        SortedSet<String> found = new TreeSet<>();
        for (Room room : Room.values()) {
            String url = "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + room.database();
            try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                    Statement statement = connection.createStatement();
                    ResultSet columns = statement.executeQuery(PERSONAL)) {
                while (columns.next()) {
                    found.add(room.database() + "." + columns.getString(1) + "." + columns.getString(2));
                }
            }
        }
        return found;
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
