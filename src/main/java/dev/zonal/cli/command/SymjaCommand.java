package dev.zonal.cli.command;

import dev.zonal.cli.terminal.ExitCode;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.cli.terminal.UsageException;
import dev.zonal.symbolic.console.SymjaProcess;
import dev.zonal.text.Quotation;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code zonal symja}: a Symja session with the objects of the field as functions. */
@Command(
    name = "symja",
    description =
        "Open a Symja console in which kernels, eigenvalues and expansions are functions, or evaluate"
            + " an expression or a script. Files, processes and the network are out of reach.",
    footerHeading = "%nFunctions:%n",
    footer = {
      "  ResNTK(L, alpha, u)  ResNNGP(L, alpha, u)  FCNTK(L, u)  FCNNGP(L, u)",
      "  GegenbauerCoefficient(\"kernel\", k, d)  NTKEigenvalue(k, d)",
      "  ChordSeries(\"kernel\", n)  ChordSeries(\"kernel\", n, -1)  KernelDecayConstant(\"kernel\")",
      "  ZonalTeX(expression)  ZonalMathML(expression)",
      "  N(expression, digits)  with certified digits;  ?ResNTK or ? tells how a function is used",
      "  %%  is the last result, %%%% the one before it, %%3 the third",
      "",
      "Examples:",
      "  zonal symja -e 'D(ResNTK(1, alpha, u), u)'",
      "  zonal symja -e 'N(ResNTK(3, 1/2, 1/2), 50)'",
      "  zonal symja -e 'GegenbauerCoefficient(\"arccos:n=1\", k, d)'"
    },
    exitCodeList = {
      "0:everything was evaluated",
      "1:internal failure",
      "2:bad usage, or an expression that cannot be parsed or evaluated, such as an unknown function",
      "4:a limit of time, memory, depth or length was exceeded"
    })
public final class SymjaCommand implements Callable<Integer> {
  private final Streams streams;

  @Option(names = "-e", paramLabel = "EXPR", description = "Evaluate one expression.")
  private String expression;

  @Parameters(
      arity = "0..1",
      paramLabel = "SCRIPT",
      description = "A file with one expression to a line; lines that begin with # are skipped.")
  private Path script;

  @Option(
      names = {"--time-limit", "--timeout"},
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "Time for one evaluation, 1 to 86400 (default 60).")
  private int seconds;

  @Option(
      names = "--memory",
      paramLabel = "MB",
      defaultValue = "1024",
      description = "Memory of the session, 128 to 65536 (default 1024).")
  private int megabytes;

  public SymjaCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    if (seconds < 1 || seconds > 86_400) {
      throw new UsageException("--time-limit must be from 1 to 86400, not " + seconds);
    }
    if (megabytes < 128 || megabytes > 65_536) {
      throw new UsageException("--memory must be from 128 to 65536, not " + megabytes);
    }
    if (expression != null && script != null) {
      throw new UsageException("give -e EXPR or SCRIPT, not both");
    }
    PrintWriter out =
        new PrintWriter(new OutputStreamWriter(streams.results(), StandardCharsets.UTF_8));
    try (SymjaProcess session = SymjaProcess.session(Duration.ofSeconds(seconds), megabytes)) {
      if (expression != null) {
        return evaluate(session, expression, out);
      }
      return script != null ? runScript(session, out) : converse(session, out);
    }
  }

  private int evaluate(SymjaProcess session, String text, PrintWriter out) throws IOException {
    SymjaProcess.Answer answer = session.evaluate(text);
    if (answer.outcome() == SymjaProcess.Outcome.VALUE) {
      if (!answer.text().isEmpty()) {
        out.println(Quotation.shown(answer.text().stripTrailing()));
        out.flush();
      }
      return ExitCode.DONE;
    }
    streams.tell(answer.text());
    return switch (answer.outcome()) {
      case ENDED, EXCEEDED -> ExitCode.NOT_CERTIFIED;
      default -> ExitCode.BAD_USAGE;
    };
  }

  private int runScript(SymjaProcess session, PrintWriter out) throws IOException {
    if (!Files.isRegularFile(script) || !Files.isReadable(script)) {
      throw new UsageException("cannot read the script " + Quotation.of(script.toString()));
    }
    int number = 0;
    for (String line : lines()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      int exitCode = evaluate(session, line, out);
      if (exitCode != ExitCode.DONE) {
        streams.tell("stopped at line " + number + " of the script");
        return exitCode;
      }
    }
    return ExitCode.DONE;
  }

  private List<String> lines() throws IOException {
    try {
      return Files.readAllLines(script, StandardCharsets.UTF_8);
    } catch (MalformedInputException e) {
      throw new UsageException(
          "the script " + Quotation.of(script.toString()) + " is no text in UTF-8");
    }
  }

  /** A failed line of a conversation is told and forgotten. */
  private int converse(SymjaProcess session, PrintWriter out) throws IOException {
    try (Terminal terminal = TerminalBuilder.builder().dumb(true).build()) {
      LineReader reader = LineReaderBuilder.builder().terminal(terminal).build();
      while (true) {
        String line;
        try {
          line = reader.readLine("zonal> ");
        } catch (EndOfFileException e) {
          return ExitCode.DONE;
        } catch (UserInterruptException e) {
          continue;
        }
        if (line.strip().equals("quit") || line.strip().equals("exit")) {
          return ExitCode.DONE;
        }
        if (!line.isBlank()) {
          evaluate(session, line, out);
        }
      }
    }
  }
}
