package io.zugabe.quickstart.launcher;

import io.grpc.StatusRuntimeException;
import io.zugabe.quickstart.exports.ExportCommand;
import io.zugabe.quickstart.imports.ImportCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands behind {@code ./zugabe}. */
@Command(
        name = "zugabe",
        description = "The cross-sell engine for online shops, on one machine.",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            CallCommand.class,
            ImportCommand.class,
            ExportCommand.class
        })
public final class Zugabe {

    private Zugabe() {}

    /**
     * Runs one command.
     *
     * @param arguments as typed after {@code ./zugabe}
     */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Runs one command and returns its exit code. */
    static int run(String... arguments) {
        return new CommandLine(new Zugabe())
                .setExecutionExceptionHandler((failure, command, result) -> {
                    if (failure instanceof StatusRuntimeException away) {
                        System.err.println(
                                "The service answered " + away.getStatus().getCode() + ": "
                                        + away.getStatus().getDescription() + " (./zugabe status says what runs)");
                    } else if (failure instanceof RuntimeException && failure.getStackTrace().length == 0) {
                        System.err.println(failure.getMessage());
                    } else {
                        failure.printStackTrace();
                    }
                    return 1;
                })
                .execute(arguments);
    }
}
