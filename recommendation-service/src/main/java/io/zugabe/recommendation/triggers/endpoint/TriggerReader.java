package io.zugabe.recommendation.triggers.endpoint;

import com.google.protobuf.util.Durations;
import io.zugabe.kit.error.Violations;
import io.zugabe.recommendation.triggers.adapter.WebhookSignature;
import io.zugabe.recommendation.triggers.domain.Channel;
import io.zugabe.recommendation.triggers.domain.Trigger;
import io.zugabe.recommendation.triggers.domain.TriggerKind;
import io.zugabe.recommendation.v1.UpdateTriggerRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads requests about triggers; refuses them naming every field that is wrong. */
final class TriggerReader {

    static final Pattern ID = Pattern.compile("[a-z0-9_-]{1,60}");
    static final String ID_FORM = "must be 1 to 60 characters of a-z 0-9 _ -";
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");
    private static final Set<String> FIELDS = Set.of("enabled", "delay", "patience", "channel");
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");
    private static final Duration LONGEST_DELAY = Duration.ofDays(365);
    private static final Duration LONGEST_PATIENCE = Duration.ofDays(60);
    private static final int LONGEST_URL = 1_000;
    private static final int FEWEST_BYTES = 24;
    private static final int MOST_BYTES = 64;
    private static final int MOST_IDS = 1_000;

    private TriggerReader() {}

    static TriggerKind kind(io.zugabe.recommendation.v1.TriggerKind message, Violations violations) {
        Optional<TriggerKind> kind = switch (message) {
            case TRIGGER_KIND_CART_LEFT_BEHIND -> Optional.of(TriggerKind.CART_LEFT_BEHIND);
            case TRIGGER_KIND_ITEM_IN_CART -> Optional.of(TriggerKind.ITEM_IN_CART);
            case TRIGGER_KIND_PURCHASE -> Optional.of(TriggerKind.PURCHASE);
            case TRIGGER_KIND_FOLLOW_UP -> Optional.of(TriggerKind.FOLLOW_UP);
            case TRIGGER_KIND_REPLENISHMENT -> Optional.of(TriggerKind.REPLENISHMENT);
            case TRIGGER_KIND_CAMPAIGN -> Optional.of(TriggerKind.CAMPAIGN);
            case TRIGGER_KIND_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
        };
        violations.check(kind.isPresent(), "trigger.kind", message, "is no kind of trigger; ListTriggers lists them");
        violations.throwIfAny();
        return kind.orElseThrow();
    }

    /** The trigger as it is to be. */
    static Trigger changed(UpdateTriggerRequest request, Trigger now, Violations violations) {
        io.zugabe.recommendation.v1.Trigger wanted = request.getTrigger();
        List<String> mask = request.getUpdateMask().getPathsList();
        Set<String> fields = mask.isEmpty() ? FIELDS : new HashSet<>(mask);
        for (String field : fields) {
            violations.check(FIELDS.contains(field), "update_mask", field, "must be one of " + FIELDS);
        }
        violations.check(!wanted.getEtag().isEmpty(), "trigger.etag", "", "is required: ListTriggers tells it");
        Duration delay = fields.contains("delay")
                ? span(wanted.getDelay(), "trigger.delay", Duration.ZERO, LONGEST_DELAY, violations)
                : now.delay();
        Duration patience = fields.contains("patience")
                ? span(wanted.getPatience(), "trigger.patience", Duration.ofMillis(1), LONGEST_PATIENCE, violations)
                : now.patience();
        Channel channel = now.channel();
        if (fields.contains("channel")) {
            Optional<Channel> told = Messages.channel(wanted.getChannel());
            violations.check(told.isPresent(), "trigger.channel", wanted.getChannel(), "is no channel");
            channel = told.orElse(channel);
        }
        violations.throwIfAny();
        boolean enabled = fields.contains("enabled") ? wanted.getEnabled() : now.enabled();
        return new Trigger(now.kind(), enabled, delay, patience, channel, now.version() + 1);
    }

    private static Duration span(
            com.google.protobuf.Duration message, String field, Duration least, Duration most, Violations violations) {
        Duration span = Durations.isValid(message)
                ? Duration.ofSeconds(message.getSeconds(), message.getNanos())
                : Duration.ofSeconds(-1);
        violations.check(
                span.compareTo(least) >= 0 && span.compareTo(most) <= 0,
                field,
                Durations.isValid(message) ? Durations.toString(message) : "invalid",
                "must be " + (least.isZero() ? "0" : "above 0") + " to " + most.toDays() + " days");
        return span;
    }

    /** Channels, each once; what is wrong with them is noted. */
    static Set<Channel> channels(
            List<io.zugabe.recommendation.v1.Channel> messages, String field, Violations violations) {
        Set<Channel> channels = EnumSet.noneOf(Channel.class);
        violations.check(!messages.isEmpty(), field, "", "is required: 1 to 5 channels");
        for (int i = 0; i < messages.size(); i++) {
            Optional<Channel> channel = Messages.channel(messages.get(i));
            String at = field + "[" + i + "]";
            violations.check(channel.isPresent(), at, messages.get(i), "is no channel");
            violations.check(channel.map(channels::add).orElse(true), at, messages.get(i), "is there twice");
        }
        return channels;
    }

    /** Where to send what is signed: nobody between may read it, so plain HTTP stays on this machine. */
    static Optional<URI> url(String text, Violations violations) {
        if (!violations.checkLength("webhook.url", text, 1, LONGEST_URL)) {
            return Optional.empty();
        }
        try {
            URI url = new URI(text);
            String host = url.getHost() == null ? "" : url.getHost();
            boolean safe =
                    "https".equals(url.getScheme()) || ("http".equals(url.getScheme()) && LOOPBACK.contains(host));
            boolean plain = url.getRawUserInfo() == null && url.getRawFragment() == null && !host.isEmpty();
            violations.check(
                    safe && plain,
                    "webhook.url",
                    text,
                    "must be https, or http to a loopback address; without user information and fragment");
            return Optional.of(url);
        } catch (URISyntaxException e) {
            violations.check(false, "webhook.url", text, "is no URL: " + e.getReason());
            return Optional.empty();
        }
    }

    static void checkSecret(String secret, Violations violations) {
        if (secret.isEmpty()) {
            return;
        }
        String form = "is no secret: \"whsec_\" and the base64 of 24 to 64 bytes";
        try {
            int bytes = WebhookSignature.bytes(secret).length;
            violations.check(bytes >= FEWEST_BYTES && bytes <= MOST_BYTES, "secret", "(not shown)", form);
        } catch (IllegalArgumentException e) {
            violations.check(false, "secret", "(not shown)", form);
        }
    }

    static List<UUID> ids(List<String> texts, String field, Violations violations) {
        violations.checkSize(field, texts, 1, MOST_IDS);
        for (int i = 0; i < Math.min(texts.size(), MOST_IDS); i++) {
            violations.checkPattern(field + "[" + i + "]", texts.get(i), UUID_FORM, "is no id of a due offer");
        }
        violations.throwIfAny();
        return texts.stream().map(UUID::fromString).toList();
    }
}
