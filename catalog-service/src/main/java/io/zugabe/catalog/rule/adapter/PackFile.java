package io.zugabe.catalog.rule.adapter;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A rule pack as it stands in its YAML file. */
record PackFile(
        @JsonProperty(required = true) String pack,
        @JsonProperty(required = true) String version,
        String description,
        @Nullable List<TypeBlock> types,
        @Nullable List<RuleBlock> rules,
        @Nullable List<TestBlock> tests) {

    record TypeBlock(
            @JsonProperty(required = true) String type,
            @Nullable String parent,
            @JsonProperty(required = true) Map<String, String> name,
            @Nullable Boolean consumable,
            @Nullable List<AttributeBlock> attributes) {}

    record AttributeBlock(
            @JsonProperty(required = true) String attribute,
            @JsonProperty(required = true) String kind,
            @Nullable String unit,
            @Nullable List<String> values,
            @Nullable Map<String, String> synonyms,
            @Nullable List<List<String>> families,
            @Nullable Map<String, String> name,

            @JsonProperty("required_for_fit") @Nullable Boolean requiredForFit) {}

    record RuleBlock(
            @JsonProperty(required = true) String rule,
            @JsonProperty(required = true) String host,
            @JsonProperty(required = true) String part,
            @Nullable String applies,
            @JsonProperty(required = true) String fits,
            @Nullable List<LimitBlock> limits,
            @JsonProperty(required = true) SentenceBlock sentences,
            @JsonProperty(required = true) String provenance,
            @Nullable String certainty,

            @JsonProperty("lifted_by") @Nullable String liftedBy) {}

    record LimitBlock(
            @JsonProperty(required = true) String when,
            @JsonProperty(required = true) String attribute,
            @JsonProperty(required = true) String got,
            @JsonProperty(required = true) String needed,
            @Nullable String unit,
            @JsonProperty(required = true) Map<String, String> sentence,

            @JsonProperty("lifted_by") @Nullable String liftedBy) {}

    record SentenceBlock(
            @JsonProperty(required = true) Map<String, String> fits,

            @JsonProperty(value = "does_not_fit", required = true)
            Map<String, String> doesNotFit,

            @Nullable Map<String, String> unknown) {}

    record TestBlock(
            @JsonProperty(required = true) String rule,
            @JsonProperty(required = true) String name,
            @Nullable Map<String, JsonNode> host,
            @Nullable Map<String, JsonNode> part,
            @JsonProperty(required = true) String verdict,
            @Nullable List<String> limits) {}
}
