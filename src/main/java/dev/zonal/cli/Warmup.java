package dev.zonal.cli;

import dev.zonal.cli.terminal.Streams;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;

/**
 * Runs the usual commands once and discards what they print, so that the launcher can have the JVM
 * note which classes they load. The answers and failures of these runs do not matter.
 */
final class Warmup {
  private static final List<String> COMMANDS =
      List.of(
          "--help",
          "kernels",
          "kernel resntk:L=3,alpha=1/2 --at 1/2 --digits 50",
          "spectrum resntk:L=3,alpha=1/2 --dimension 3 --k 0..5 --digits 50",
          "spectrum fcntk:L=2 --dimension 3 --k 0..2,1000000 --digits 20 --format csv",
          "spectrum laplace:c=1 --dimension 3 --k 0..2 --digits 20 --format json",
          "spectrum fcntk:L=3 --dimension 3 --k 20,150 --digits 50",
          "asymptotics fcntk:L=2 --dimension 3",
          "prove positivity fcntk:L=2 --dimension 3",
          "prove decay fcntk:L=1 --dimension 3",
          "prove equivalence resntk:L=2,alpha=1/2 laplace:c=1 --dimension 3",
          "spectrum fcntk:L=1 --dimension 3 --k -1");

  private Warmup() {}

  public static void main(String[] arguments) {
    Streams nowhere =
        new Streams(OutputStream.nullOutputStream(), new PrintWriter(Writer.nullWriter()), false);
    for (String command : COMMANDS) {
      Zonal.run(nowhere, command.split(" "));
    }
  }
}
