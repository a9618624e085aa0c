package dev.zonal.cli.option;

import dev.zonal.context.Context;
import dev.zonal.context.Durations;
import dev.zonal.text.Quotation;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** How long a command may compute. Whoever mixes this in computes inside a limited context. */
public final class TimeLimit {
  private static final String NAME = "--time-limit";

  @Option(
      names = NAME,
      paramLabel = "DURATION",
      converter = Reader.class,
      description =
          "Stop after so long: seconds, or 10s, 5m, 2h. What was done is kept, and the "
              + "exit code is 4.")
  private Duration limit;

  /** A duration. */
  static final class Reader implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      String wrong = " is not allowed, allowed are seconds or such as 10s, 5m, 2h";
      return Durations.parse(text)
          .orElseThrow(() -> new TypeConversionException(Quotation.of(text) + wrong));
    }
  }

  private TimeLimit() {}

  /** Whether the command is one that computes. */
  public static boolean isKnownTo(ParseResult command) {
    return command.commandSpec().findOption(NAME) != null;
  }

  /** The context that the command asks for. */
  public static Context context(ParseResult command) {
    OptionSpec option = command.commandSpec().findOption(NAME);
    Object value = option == null ? null : option.getValue();
    return value instanceof Duration duration ? Context.limited(duration) : Context.unlimited();
  }
}
