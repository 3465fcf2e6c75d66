package io.zugabe.segmentation.profile.adapter;

import com.google.protobuf.InvalidProtocolBufferException;
import io.zugabe.common.v1.AttributeValue;
import io.zugabe.segmentation.profile.adapter.state.FlagState;
import io.zugabe.segmentation.profile.adapter.state.TraitState;
import io.zugabe.segmentation.profile.domain.Dated;
import io.zugabe.segmentation.profile.domain.LatestEntries;
import io.zugabe.segmentation.profile.domain.Stamp;
import io.zugabe.segmentation.profile.domain.TraitValue;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the latest events said, in stored profiles. */
final class FlagCodec {

    private FlagCodec() {}

    static List<FlagState> encode(Map<String, Dated<Boolean>> flags) {
        return flags.entrySet().stream()
                .map(entry -> encode(entry.getKey(), entry.getValue()))
                .toList();
    }

    static void encode(@Nullable Dated<Boolean> flag, Consumer<FlagState> setter) {
        if (flag != null) {
            setter.accept(encode("", flag));
        }
    }

    private static FlagState encode(String key, Dated<Boolean> flag) {
        return FlagState.newBuilder()
                .setKey(key)
                .setTime(Moments.encode(flag.stamp().time()))
                .setEventId(flag.stamp().eventId())
                .setValue(flag.value())
                .build();
    }

    static LatestEntries<Boolean> decode(int most, List<FlagState> states) {
        SortedMap<String, Dated<Boolean>> flags = new TreeMap<>();
        states.forEach(state -> flags.put(state.getKey(), decode(state)));
        return new LatestEntries<>(most, flags);
    }

    static @Nullable Dated<Boolean> decode(boolean present, FlagState state) {
        return present ? decode(state) : null;
    }

    private static Dated<Boolean> decode(FlagState state) {
        return new Dated<>(new Stamp(Moments.decode(state.getTime()), state.getEventId()), state.getValue());
    }

    static List<TraitState> encodeTraits(Map<String, Dated<TraitValue>> traits) {
        return traits.entrySet().stream()
                .map(entry -> TraitState.newBuilder()
                        .setKey(entry.getKey())
                        .setTime(Moments.encode(entry.getValue().stamp().time()))
                        .setEventId(entry.getValue().stamp().eventId())
                        .setValue(
                                TraitMessages.message(entry.getValue().value()).toByteString())
                        .build())
                .toList();
    }

    static SortedMap<String, Dated<TraitValue>> decodeTraits(List<TraitState> states) {
        SortedMap<String, Dated<TraitValue>> traits = new TreeMap<>();
        for (TraitState state : states) {
            Stamp stamp = new Stamp(Moments.decode(state.getTime()), state.getEventId());
            traits.put(state.getKey(), new Dated<>(stamp, TraitMessages.value(parse(state))));
        }
        return traits;
    }

    private static AttributeValue parse(TraitState state) {
        try {
            return AttributeValue.parseFrom(state.getValue());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("A stored trait cannot be read; replay the log to rebuild it", e);
        }
    }
}
