package io.zugabe.segmentation.treatment.adapter;

import com.google.protobuf.util.JsonFormat;
import io.zugabe.segmentation.treatment.DefaultPolicy;
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

/** The policy of {@code treatment/default-policy.json}, which is the API's message as JSON. */
@ApplicationScoped
public class DefaultPolicyFile implements DefaultPolicy {

    private static final String FILE = "/treatment/default-policy.json";

    private final PolicyVersion policy;

    public DefaultPolicyFile(PolicyMessages messages) {
        this.policy = messages.policy(read());
    }

    @Override
    public PolicyVersion policy() {
        return policy;
    }

    private static TreatmentPolicy read() {
        TreatmentPolicy.Builder message = TreatmentPolicy.newBuilder();
        try (InputStream file = Objects.requireNonNull(DefaultPolicyFile.class.getResourceAsStream(FILE), FILE);
                Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            JsonFormat.parser().merge(reader, message);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(FILE + " cannot be read", unreadable);
        }
        return message.setVersion(PolicyVersion.DEFAULT).build();
    }
}
