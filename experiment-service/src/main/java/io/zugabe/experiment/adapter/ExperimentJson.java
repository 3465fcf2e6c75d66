package io.zugabe.experiment.adapter;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.zugabe.assignment.Arm;
import io.zugabe.assignment.ExperimentDesign;
import io.zugabe.assignment.LayerRange;
import io.zugabe.assignment.UnitKind;
import io.zugabe.experiment.domain.Experiment;
import io.zugabe.experiment.domain.Plan;
import io.zugabe.experiment.domain.State;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Experiments as JSON: the arms of a row, and whole experiments as they once were. */
final class ExperimentJson {

    private ExperimentJson() {}

    static JsonArray arms(List<Arm> arms) {
        JsonArray array = new JsonArray();
        for (Arm arm : arms) {
            JsonObject parameters = new JsonObject();
            new TreeMap<>(arm.parameters()).forEach(parameters::put);
            array.add(new JsonObject()
                    .put("id", arm.id())
                    .put("weight", arm.weight())
                    .put("parameters", parameters));
        }
        return array;
    }

    static List<Arm> arms(String json) {
        return objects(new JsonArray(json)).map(ExperimentJson::arm).toList();
    }

    static String snapshot(Experiment experiment) {
        ExperimentDesign design = experiment.plan().design();
        return new JsonObject()
                .put("id", design.id())
                .put("name", experiment.plan().name())
                .put("hypothesis", experiment.plan().hypothesis())
                .put("unit", design.unit().name())
                .put("layer", design.layer())
                .put("range_start", design.layerRange().start())
                .put("range_end", design.layerRange().end())
                .put("coverage", design.coverage())
                .put("arms", arms(design.arms()))
                .put("salt_version", design.saltVersion())
                .put("state", experiment.state().name())
                .put("revision", experiment.revision())
                .put("create_time", experiment.createTime().toString())
                .put("start_time", text(experiment.startTime()))
                .put("stop_time", text(experiment.stopTime()))
                .encode();
    }

    static Experiment fromSnapshot(String snapshot) {
        JsonObject json = new JsonObject(snapshot);
        ExperimentDesign design = new ExperimentDesign(
                json.getString("id"),
                UnitKind.valueOf(json.getString("unit")),
                json.getString("layer"),
                new LayerRange(json.getDouble("range_start"), json.getDouble("range_end")),
                json.getDouble("coverage"),
                objects(json.getJsonArray("arms")).map(ExperimentJson::arm).toList(),
                json.getInteger("salt_version"));
        return new Experiment(
                new Plan(json.getString("name"), json.getString("hypothesis"), design),
                State.valueOf(json.getString("state")),
                json.getLong("revision"),
                Instant.parse(json.getString("create_time")),
                instant(json.getString("start_time")),
                instant(json.getString("stop_time")));
    }

    private static Arm arm(JsonObject json) {
        Map<String, String> parameters = new TreeMap<>();
        json.getJsonObject("parameters").forEach(entry -> parameters.put(entry.getKey(), (String) entry.getValue()));
        return new Arm(json.getString("id"), json.getDouble("weight"), parameters);
    }

    private static Stream<JsonObject> objects(JsonArray array) {
        Iterator<Object> elements = array.iterator();
        Iterable<Object> once = () -> elements;
        return StreamSupport.stream(once.spliterator(), false).map(JsonObject.class::cast);
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }
}
