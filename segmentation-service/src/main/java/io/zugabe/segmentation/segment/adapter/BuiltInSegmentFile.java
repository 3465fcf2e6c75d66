package io.zugabe.segmentation.segment.adapter;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.zugabe.segmentation.segment.BuiltInSegments;
import io.zugabe.segmentation.segment.domain.LocalizedText;
import io.zugabe.segmentation.segment.domain.SegmentDefinition;
import io.zugabe.segmentation.segment.domain.SegmentVersion;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The segments of {@code segments/built-in.json}. */
@ApplicationScoped
public class BuiltInSegmentFile implements BuiltInSegments {

    private static final String FILE = "/segments/built-in.json";
    private static final String AUTHOR = "zugabe";

    private final List<SegmentVersion> versions;

    public BuiltInSegmentFile() {
        this.versions = read();
    }

    @Override
    public List<SegmentVersion> versions() {
        return versions;
    }

    private static List<SegmentVersion> read() {
        JsonMapper json = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (InputStream file = BuiltInSegmentFile.class.getResourceAsStream(FILE)) {
            Content content = json.readValue(Objects.requireNonNull(file, FILE), Content.class);
            return content.segments().stream()
                    .map(entry -> entry.version(content.version()))
                    .sorted(Comparator.comparing(version -> version.definition().id()))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(FILE + " cannot be read", unreadable);
        }
    }

    /** The file. Its version is counted up whenever an expression changes. */
    record Content(int version, List<Entry> segments) {}

    /** A segment in the file. */
    record Entry(
            String id,
            Map<String, String> name,
            Map<String, String> description,
            String expression,
            @Nullable Map<String, String> evidence) {

        SegmentVersion version(int number) {
            SegmentDefinition definition = new SegmentDefinition(
                    id,
                    new LocalizedText(name),
                    new LocalizedText(description),
                    expression,
                    evidence == null ? LocalizedText.EMPTY : new LocalizedText(evidence));
            return new SegmentVersion(definition, number, AUTHOR, Instant.EPOCH, Optional.empty(), 0);
        }
    }
}
