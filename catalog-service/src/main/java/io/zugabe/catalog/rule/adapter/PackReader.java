package io.zugabe.catalog.rule.adapter;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;

/** Reads the YAML of a pack; a key that a pack does not have is a fault. */
final class PackReader {

    private static final ObjectMapper YAML = JsonMapper.builder(YAMLFactory.builder()
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private PackReader() {}

    static PackFile read(PackSources.Source source) {
        try {
            PackFile file = YAML.readValue(source.text(), PackFile.class);
            if (!(file.pack() + ".yaml").equals(source.name())) {
                throw new PackException("pack file " + source.name() + " calls its pack " + file.pack());
            }
            return file;
        } catch (JsonProcessingException e) {
            throw new PackException("pack file " + source.name() + ": " + e.getOriginalMessage() + " at line "
                    + (e.getLocation() == null ? "?" : e.getLocation().getLineNr()));
        }
    }
}
