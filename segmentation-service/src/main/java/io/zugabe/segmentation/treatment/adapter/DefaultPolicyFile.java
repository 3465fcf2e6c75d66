package io.zugabe.segmentation.treatment.adapter;

import com.google.protobuf.util.JsonFormat;
import io.zugabe.segmentation.treatment.DefaultPolicy;
import io.zugabe.segmentation.treatment.domain.DefaultRules;
import io.zugabe.segmentation.treatment.domain.PolicyVersion;
import io.zugabe.segmentation.v1.TreatmentPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The policy of {@code treatment/default-policy.json}, which is the API's message as JSON. Rules that were changed in it
 * are kept as they were in {@code treatment/former-default-rules.json}.
 */
@ApplicationScoped
public class DefaultPolicyFile implements DefaultPolicy {

    private static final String FILE = "/treatment/default-policy.json";
    private static final String FORMER = "/treatment/former-default-rules.json";

    private final PolicyVersion policy;
    private final DefaultRules rules;

    public DefaultPolicyFile(PolicyMessages messages) {
        this.policy = messages.policy(read(FILE));
        this.rules =
                new DefaultRules(policy.rules(), messages.policy(read(FORMER)).rules());
    }

    @Override
    public PolicyVersion policy() {
        return policy;
    }

    @Override
    public DefaultRules rules() {
        return rules;
    }

    private static TreatmentPolicy read(String name) {
        TreatmentPolicy.Builder message = TreatmentPolicy.newBuilder();
        try (InputStream file = Objects.requireNonNull(DefaultPolicyFile.class.getResourceAsStream(name), name);
                Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            JsonFormat.parser().merge(reader, message);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name + " cannot be read", unreadable);
        }
        return message.setVersion(PolicyVersion.DEFAULT).build();
    }
}
