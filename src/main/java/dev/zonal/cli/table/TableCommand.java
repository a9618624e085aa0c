package dev.zonal.cli.table;

import dev.zonal.cli.option.Choice;
import dev.zonal.report.document.Format;
import dev.zonal.report.document.Words;
import dev.zonal.text.NearMatch;
import dev.zonal.text.Quotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code zonal table}: the command that a file describes, with the options of that command as keys.
 */
@Command(
    name = "table",
    description = "Print the table that a file of YAML describes.",
    footer = {
      "  zonal table docs/data/tables/depths.yaml",
      "  zonal table docs/data/tables/depths.yaml --output depths.tex",
      "",
      "A description has the keys table (spectrum or kernel), kernels (a list, one a line), and the",
      "options of that command without their dashes, as in",
      "  table: spectrum",
      "  kernels:",
      "    - resntk:L=1..3,alpha=1/2",
      "    - laplace:c=1",
      "  dimension: 3",
      "  k: 0..10",
      "  digits: 6",
      "  format: latex",
      "  standalone: true"
    },
    exitCodeList = {
      "0:every number was certified",
      "1:internal failure",
      "2:bad usage, bad description or unwritable output",
      "4:some numbers could not be certified; they are named on standard error"
    })
public final class TableCommand implements Callable<Integer> {
  private static final String TABLE = "table";
  private static final String KERNELS = "kernels";
  private static final List<String> TABLES = List.of("spectrum", "kernel");

  /** What belongs to a run, not to a table. */
  private static final Set<String> OF_THE_RUN =
      Set.of("output", "store", "time-limit", "help", "version");

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The description of the table.")
  private String file;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write the table to FILE (default: standard output).")
  private String output;

  @Option(
      names = "--format",
      paramLabel = "text|csv|json|latex|markdown|html",
      completionCandidates = Formats.class,
      description = "In place of the format that the description names.")
  private String format;

  @Option(
      names = "--store",
      paramLabel = "FILE",
      description = "Keep the numbers in FILE, as the command that is described does.")
  private String store;

  /** What a shell may complete to. */
  static final class Formats extends Choice.Names {
    Formats() {
      super(Format.OF_TABLES.toArray(Format[]::new));
    }
  }

  @Override
  public Integer call() {
    List<String> words = words(TableDescription.read(file));
    return spec.root().commandLine().execute(words.toArray(String[]::new));
  }

  /** The command that is described. */
  private List<String> words(TableDescription description) {
    CommandLine command = spec.root().subcommands().get(table(description));
    List<String> keys = keys(command.getCommandSpec());
    List<String> words = new ArrayList<>(List.of(command.getCommandName()));
    for (TableDescription.Entry entry : description.entries()) {
      if (!keys.contains(entry.key())) {
        throw description.wrong(
            entry.line(),
            "%s is unknown, allowed are %s%s"
                .formatted(
                    Quotation.of(entry.key()),
                    String.join(", ", keys),
                    NearMatch.suggestion(entry.key(), keys)));
      }
      if (entry.key().equals(KERNELS)) {
        words.addAll(kernels(description, entry));
      } else if (!entry.key().equals(TABLE) && !isReplaced(entry.key())) {
        OptionSpec option = command.getCommandSpec().findOption("--" + entry.key());
        words.addAll(option(description, entry, option));
      }
    }
    if (description.entry(KERNELS).isEmpty()) {
      throw description.wrong(1, "the key 'kernels' is missing, a list of specifications");
    }
    if (output != null) {
      words.add("--output=" + output);
    }
    if (store != null) {
      words.add("--store=" + store);
    }
    if (format != null) {
      words.add("--format=" + format);
    }
    return words;
  }

  /**
   * Whether a key is about the form of a table that is written in another: the description may say
   * what only its own format has.
   */
  private boolean isReplaced(String key) {
    if (format == null && output == null) {
      return false;
    }
    Optional<Format> asked =
        Stream.of(Format.values())
            .filter(
                one ->
                    format == null
                        ? output.toLowerCase(Locale.ROOT).endsWith("." + one.suffix())
                        : Words.of(one).equals(format))
            .findFirst();
    boolean isPublished = asked.filter(Format.PUBLISHED::contains).isPresent();
    return switch (key) {
      case "format" -> true;
      case "standalone" -> !asked.equals(Optional.of(Format.LATEX));
      case "caption", "label", "date" -> !isPublished;
      default -> false;
    };
  }

  private static String table(TableDescription description) {
    TableDescription.Entry entry =
        description
            .entry(TABLE)
            .orElseThrow(
                () -> description.wrong(1, "the key 'table' is missing: spectrum or kernel"));
    String name = String.join(", ", entry.values());
    if (!TABLES.contains(name)) {
      throw description.wrong(
          entry.line(),
          "the table %s is unknown, allowed are %s%s"
              .formatted(
                  Quotation.of(name),
                  String.join(", ", TABLES),
                  NearMatch.suggestion(name, TABLES)));
    }
    return name;
  }

  private static List<String> keys(CommandSpec command) {
    Set<String> options =
        command.options().stream()
            .map(OptionSpec::longestName)
            .map(name -> name.replaceFirst("^-+", ""))
            .filter(name -> !OF_THE_RUN.contains(name))
            .collect(Collectors.toCollection(TreeSet::new));
    List<String> keys = new ArrayList<>(List.of(TABLE, KERNELS));
    keys.addAll(options);
    return keys;
  }

  private static List<String> kernels(TableDescription description, TableDescription.Entry entry) {
    for (String kernel : entry.values()) {
      if (kernel.startsWith("-")) {
        throw description.wrong(entry.line(), Quotation.of(kernel) + " is no kernel");
      }
    }
    return entry.values();
  }

  private static List<String> option(
      TableDescription description, TableDescription.Entry entry, OptionSpec option) {
    String value = String.join(",", entry.values());
    if (option.arity().max() > 0) {
      return List.of("--" + entry.key() + "=" + value);
    }
    if (!value.equals("true") && !value.equals("false")) {
      throw description.wrong(
          entry.line(),
          "'%s' is true or false, not %s".formatted(entry.key(), Quotation.of(value)));
    }
    return value.equals("true") ? List.of("--" + entry.key()) : List.of();
  }
}
