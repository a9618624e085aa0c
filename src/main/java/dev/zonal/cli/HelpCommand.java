package dev.zonal.cli;

import dev.zonal.kernel.NearMatch;
import dev.zonal.kernel.Quotation;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zonal help COMMAND}. */
@Command(name = "help", description = "Show the help of a command.")
final class HelpCommand implements Runnable {

  @Parameters(
      arity = "0..1",
      paramLabel = "COMMAND",
      description = "The command; all of them if none is named.")
  private String command;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    CommandLine zonal = spec.parent().commandLine();
    Map<String, CommandLine> commands = zonal.getSubcommands();
    if (command == null) {
      zonal.usage(spec.commandLine().getOut());
    } else if (commands.containsKey(command)) {
      commands.get(command).usage(spec.commandLine().getOut());
    } else {
      throw new UsageException(
          "unknown command "
              + Quotation.of(command)
              + ", allowed are "
              + String.join(", ", commands.keySet())
              + NearMatch.suggestion(command, List.copyOf(commands.keySet())));
    }
  }
}
