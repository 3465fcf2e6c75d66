package io.zugabe.quickstart.launcher;

import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import io.zugabe.catalog.v1.CatalogServiceProto;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every call of the services' public API. They are found where the contracts are, rather than listed, so
 * that a new service cannot be forgotten.
 */
final class PublicCalls {

    /** What brings in the records of a stream of requests. */
    private static final Map<String, String> IMPORTS = Map.of(
            "UpsertProducts", "./zugabe import products FILE",
            "PatchOffers", "./zugabe import offers FILE",
            "PublishEvents", "./zugabe import events FILE");

    private final List<MethodDescriptor> methods;

    PublicCalls() {
        methods = services().stream()
                .flatMap(service -> service.getMethods().stream())
                .toList();
    }

    /** The services, by name; not those that none of the rooms has for its own. */
    static List<ServiceDescriptor> services() {
        return files().stream()
                .flatMap(file -> file.getServices().stream())
                .filter(service -> Arrays.stream(Room.values())
                        .anyMatch(room -> room.name().equals(roomOf(service.getFullName()))))
                .sorted(java.util.Comparator.comparing(ServiceDescriptor::getFullName))
                .toList();
    }

    /**
     * A call by its name. To one that takes a stream of requests call sends a single one.
     *
     * @param name {@code catalog.FitService/CheckFit}, or the same with the whole package
     * @throws StartFailure if there is none, or there is an import for it
     */
    MethodDescriptor find(String name) {
        for (MethodDescriptor method : methods) {
            if (name.equals(shortName(method))
                    || name.equals(method.getService().getFullName() + "/" + method.getName())) {
                if (isImport(method)) {
                    throw new StartFailure("\"" + name + "\" takes a stream of requests, which call cannot send; use "
                            + IMPORTS.get(method.getName()) + " instead.");
                }
                return method;
            }
        }
        throw new StartFailure("\"" + name + "\" is none of the calls:\n  "
                + methods.stream()
                        .filter(method -> !isImport(method))
                        .map(PublicCalls::shortName)
                        .collect(Collectors.joining("\n  ")));
    }

    private static boolean isImport(MethodDescriptor method) {
        return method.isClientStreaming() && IMPORTS.containsKey(method.getName());
    }

    /** The room that answers a call. */
    static Room room(MethodDescriptor method) {
        return Room.valueOf(roomOf(method.getService().getFullName()));
    }

    private static String roomOf(String service) {
        return service.split("\\.", -1)[1].toUpperCase(Locale.ROOT);
    }

    private static String shortName(MethodDescriptor method) {
        return method.getService().getFullName().replace("zugabe.", "").replace(".v1.", ".") + "/" + method.getName();
    }

    private static List<FileDescriptor> files() {
        try {
            URI contracts = CatalogServiceProto.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            Path place = Path.of(contracts);
            if (Files.isDirectory(place)) {
                return files(place);
            }
            try (FileSystem jar = FileSystems.newFileSystem(place)) {
                return files(jar.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<FileDescriptor> files(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.map(path -> root.relativize(path).toString().replace('\\', '/'))
                    .filter(path -> path.startsWith("io/zugabe/") && path.endsWith("Proto.class"))
                    .map(PublicCalls::descriptor)
                    .toList();
        }
    }

    private static FileDescriptor descriptor(String path) {
        String name = path.replace(".class", "").replace('/', '.');
        try {
            return (FileDescriptor)
                    Class.forName(name).getMethod("getDescriptor").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(name + " describes no contracts", e);
        }
    }
}
