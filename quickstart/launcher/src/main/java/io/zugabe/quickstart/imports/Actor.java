package io.zugabe.quickstart.imports;

import io.grpc.ClientInterceptor;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import io.zugabe.quickstart.imports.source.RejectedRecord;

/** Who makes calls, as they say of themselves. */
public final class Actor {

    private static final Metadata.Key<String> HEADER =
            Metadata.Key.of("x-zugabe-actor", Metadata.ASCII_STRING_MARSHALLER);

    private Actor() {}

    /**
     * Adds a name to every call.
     *
     * @param name printable ASCII characters: nothing else can stand in a header
     */
    public static ClientInterceptor named(String name) {
        if (!name.matches("[ -~]+")) {
            throw RejectedRecord.value("--actor", name, "must be of letters without accents, digits and signs");
        }
        Metadata header = new Metadata();
        header.put(HEADER, name);
        return MetadataUtils.newAttachHeadersInterceptor(header);
    }

    /** The name of an import that nobody names: the person whose account it runs in. */
    static String ofAccount() {
        return "import by " + System.getProperty("user.name", "somebody").replaceAll("[^ -~]", "?");
    }
}
