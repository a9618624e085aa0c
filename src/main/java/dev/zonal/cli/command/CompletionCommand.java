package dev.zonal.cli.command;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code zonal completion}: the completion script of the shell. */
@Command(
    name = "completion",
    description =
        "Print a script that teaches bash or zsh to complete zonal's commands and options.",
    footer = {
      "  source <(zonal completion)",
      "  zonal completion > ~/.local/share/bash-completion/completions/zonal"
    })
public final class CompletionCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().getOut().print(AutoComplete.bash("zonal", spec.root().commandLine()));
  }
}
