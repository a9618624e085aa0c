package dev.zonal.cli;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.UncertifiedException;
import dev.zonal.cli.terminal.ExitCode;
import dev.zonal.cli.terminal.UnwritableException;
import dev.zonal.cli.terminal.UsageException;
import dev.zonal.context.OptionalLibrary;
import dev.zonal.context.StoppedException;
import dev.zonal.data.input.DataException;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.spectrum.value.NotIntegrableException;
import dev.zonal.store.StoreException;
import dev.zonal.text.NearMatch;
import dev.zonal.text.Quotation;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever goes wrong into one line on standard error and an exit code. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
  /** Set to any value, it brings the stack trace of an internal failure. */
  private static final String TRACE_VARIABLE = "ZONAL_STACK_TRACE";

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    return badUsage(e.getCommandLine().getErr(), describe(e));
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    PrintWriter messages = command.getErr();
    if (e instanceof UsageException
        || e instanceof KernelSpecificationException
        || e instanceof DataException
        || e instanceof StoreException
        || e instanceof NotIntegrableException) {
      return badUsage(messages, e.getMessage());
    }
    if (e instanceof UnwritableException) {
      return unwritable(messages, e.getMessage(), (IOException) e.getCause());
    }
    return of(messages, e);
  }

  /**
   * The one place that turns what arithmetic, time and memory do not reach into "not certified".
   */
  static int of(PrintWriter messages, Throwable e) {
    if (e instanceof StoppedException) {
      return notCertified(messages, e.getMessage() + " before there was a result to keep");
    }
    if (e instanceof ArithmeticException arithmetic) {
      trace(messages, e);
      return notCertified(messages, Certification.reason(arithmetic));
    }
    if (e instanceof UncertifiedException) {
      return notCertified(messages, e.getMessage());
    }
    if (e instanceof OutOfMemoryError) {
      return notCertified(
          messages, "it needs more memory than Java has; ZONAL_JAVA_OPTS=-Xmx8g gives it 8 GiB");
    }
    if (e instanceof StackOverflowError) {
      return notCertified(
          messages,
          "it nests too deeply for Java's stack; ZONAL_JAVA_OPTS=-Xss64m gives it 64 MiB");
    }
    if (e instanceof OptionalLibrary.Missing) {
      tell(messages, e.getMessage());
      return ExitCode.INTERNAL_FAILURE;
    }
    trace(messages, e);
    tell(
        messages,
        "internal failure: %s; set %s=1 to see where it happened".formatted(e, TRACE_VARIABLE));
    return ExitCode.INTERNAL_FAILURE;
  }

  private static void tell(PrintWriter messages, String message) {
    messages.println("zonal: " + Quotation.oneLine(message));
  }

  private static int notCertified(PrintWriter messages, String reason) {
    tell(messages, "not certified: " + reason);
    return ExitCode.NOT_CERTIFIED;
  }

  private static int badUsage(PrintWriter messages, String message) {
    tell(messages, message);
    return ExitCode.BAD_USAGE;
  }

  /**
   * A reader that has seen enough and closed the pipe is told nothing: there is nobody to complain
   * to.
   */
  static int unwritable(PrintWriter messages, String where, IOException e) {
    if (!"Broken pipe".equals(e.getMessage())) {
      tell(messages, "cannot write to " + where + ": " + e.getMessage());
    }
    return ExitCode.BAD_USAGE;
  }

  private static void trace(PrintWriter messages, Throwable e) {
    if (System.getenv(TRACE_VARIABLE) != null) {
      e.printStackTrace(messages);
    }
  }

  private static String describe(ParameterException e) {
    List<String> unmatched = e.getCommandLine().getUnmatchedArguments();
    boolean isMisspeltCommand =
        !e.getCommandLine().getSubcommands().isEmpty()
            && !unmatched.isEmpty()
            && !unmatched.get(0).startsWith("-");
    if (isMisspeltCommand) {
      // The options that follow are unknown here, but that is not what to tell.
      return unexpected(unmatched.get(0), e.getCommandLine());
    }
    if (e instanceof UnmatchedArgumentException || e instanceof MissingParameterException) {
      // A misspelt required option is missing too, but that is not what to tell.
      for (String argument : unmatched) {
        if (argument.startsWith("-")) {
          return unknownOption(argument, e.getCommandLine());
        }
      }
    }
    if (e instanceof MissingParameterException missing) {
      return missing(missing);
    }
    if (e instanceof UnmatchedArgumentException && !unmatched.isEmpty()) {
      return unexpected(unmatched.get(0), e.getCommandLine());
    }
    return decapitalised(e.getMessage());
  }

  private static String unknownOption(String argument, CommandLine command) {
    int equals = argument.indexOf('=');
    String option = equals < 0 ? argument : argument.substring(0, equals);
    List<String> allowed =
        command.getCommandSpec().options().stream()
            .filter(o -> !o.hidden())
            .map(OptionSpec::longestName)
            .toList();
    return unknown("option", option, command, allowed) + suggestion(option, allowed);
  }

  /** The dashes, which all have in common, say nothing about what was meant. */
  private static String suggestion(String option, List<String> allowed) {
    List<String> names = allowed.stream().map(name -> name.substring(2)).toList();
    return NearMatch.of(option.replaceFirst("^-+", ""), names)
        .map(name -> "; did you mean '--" + name + "'?")
        .orElse("");
  }

  private static String unexpected(String argument, CommandLine command) {
    List<String> commands = List.copyOf(command.getSubcommands().keySet());
    if (commands.isEmpty()) {
      return "unexpected argument " + Quotation.of(argument) + forCommand(command) + see(command);
    }
    return unknown("command", argument, command, commands)
        + NearMatch.suggestion(argument, commands);
  }

  private static String unknown(
      String what, String argument, CommandLine command, List<String> allowed) {
    return "unknown %s %s%s, allowed are %s"
        .formatted(what, Quotation.of(argument), forCommand(command), String.join(", ", allowed));
  }

  private static String missing(MissingParameterException e) {
    String names =
        e.getMissing().stream().map(Failures::nameOf).collect(Collectors.joining(" and "));
    if (names.isEmpty()) {
      return decapitalised(e.getMessage());
    }
    return "missing " + names + forCommand(e.getCommandLine()) + see(e.getCommandLine());
  }

  private static String nameOf(ArgSpec argument) {
    return argument.isOption()
        ? ((OptionSpec) argument).longestName() + " " + argument.paramLabel()
        : argument.paramLabel();
  }

  private static String decapitalised(String message) {
    return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
  }

  private static String forCommand(CommandLine command) {
    return command.getParent() == null ? "" : " for " + command.getCommandName();
  }

  private static String see(CommandLine command) {
    return "; see '" + command.getCommandSpec().qualifiedName() + " --help'";
  }
}
