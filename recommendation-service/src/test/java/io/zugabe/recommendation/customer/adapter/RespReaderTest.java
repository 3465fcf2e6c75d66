package io.zugabe.recommendation.customer.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RespReaderTest {

    private final List<String> read = new ArrayList<>();
    private final RespReader reader = new RespReader(
            value -> read.add(value == null ? "none" : "value " + new String(value, StandardCharsets.UTF_8)),
            error -> read.add("error " + error));

    @Property
    void answers_areTheSame_howeverTheyAreCut(
            @ForAll @Size(max = 30) List<@IntRange(max = 3) Integer> kinds,
            @ForAll @IntRange(min = 1, max = 40) int cut) {
        read.clear();
        StringBuilder sent = new StringBuilder();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            switch (kinds.get(i)) {
                case 0 -> {
                    sent.append("$-1\r\n");
                    expected.add("none");
                }
                case 1 -> {
                    String text = "\r\n$5\r\n".repeat(i % 4) + "x" + i;
                    sent.append("$")
                            .append(text.length())
                            .append("\r\n")
                            .append(text)
                            .append("\r\n");
                    expected.add("value " + text);
                }
                case 2 -> {
                    sent.append("-ERR number ").append(i).append("\r\n");
                    expected.add("error ERR number " + i);
                }
                default -> {
                    sent.append("+OK\r\n");
                    expected.add("none");
                }
            }
        }
        byte[] bytes = sent.toString().getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < bytes.length; at += cut) {
            reader.read(java.util.Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + cut)));
        }
        assertEquals(expected, read);
    }

    @Test
    void whatIsNoAnswer_isRefused() {
        assertThrows(
                IllegalStateException.class, () -> reader.read("HTTP/1.1 400\r\n".getBytes(StandardCharsets.UTF_8)));
        assertThrows(IllegalStateException.class, () -> reader.read("$x\r\n".getBytes(StandardCharsets.UTF_8)));
    }
}
