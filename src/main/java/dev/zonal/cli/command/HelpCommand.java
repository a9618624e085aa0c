package dev.zonal.cli.command;

import dev.zonal.cli.terminal.UsageException;
import dev.zonal.text.NearMatch;
import dev.zonal.text.Quotation;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zonal help COMMAND}. */
@Command(name = "help", description = "Show the help of a command.")
public final class HelpCommand implements Runnable {
  @Parameters(
      arity = "0..*",
      paramLabel = "COMMAND",
      description = "The command, such as 'spectrum' or 'prove shape'; all if none is named.")
  private List<String> names = List.of();

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    CommandLine command = spec.parent().commandLine();
    for (String name : names) {
      Map<String, CommandLine> commands = command.getSubcommands();
      if (commands.isEmpty()) {
        throw new UsageException(
            "the command " + command.getCommandName() + " has no part " + Quotation.of(name));
      }
      if (!commands.containsKey(name)) {
        throw new UsageException(
            "unknown command %s, allowed are %s%s"
                .formatted(
                    Quotation.of(name),
                    String.join(", ", commands.keySet()),
                    NearMatch.suggestion(name, commands.keySet())));
      }
      command = commands.get(name);
    }
    command.usage(spec.commandLine().getOut());
  }
}
