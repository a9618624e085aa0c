package dev.zonal.cli.terminal;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine;

/**
 * A command known by its name and made when it is needed. Reading the options of all commands by
 * reflection takes picocli longer than most requests take to compute, so a run makes the one it is
 * asked for.
 */
public final class Subcommand {
  private final String name;
  private final Function<List<String>, Object> maker;
  private final boolean readsOthers;

  private Subcommand(String name, Function<List<String>, Object> maker, boolean readsOthers) {
    this.name = name;
    this.maker = maker;
    this.readsOthers = readsOthers;
  }

  /** A command without commands of its own; {@code name} is that of its annotation. */
  public static Subcommand of(String name, Supplier<Object> maker) {
    return new Subcommand(name, words -> maker.get(), false);
  }

  /** A command that describes or runs the commands beside it, so that these must be there too. */
  public static Subcommand readingOthers(String name, Supplier<Object> maker) {
    return new Subcommand(name, words -> maker.get(), true);
  }

  /**
   * A command with commands of its own.
   *
   * @param maker makes it, given the words after its name, none if all of it is wanted
   */
  public static Subcommand group(String name, Function<List<String>, Object> maker) {
    return new Subcommand(name, maker, false);
  }

  /**
   * Adds to a command the one below it that {@code words} begin with; all, in their order, if they
   * begin with none or it reads the others.
   */
  public static CommandLine add(CommandLine above, List<Subcommand> all, List<String> words) {
    Optional<Subcommand> asked =
        words.isEmpty()
            ? Optional.empty()
            : all.stream()
                .filter(command -> command.name.equals(words.get(0)) && !command.readsOthers)
                .findFirst();
    asked.ifPresentOrElse(
        command -> above.addSubcommand(command.maker.apply(words.subList(1, words.size()))),
        () -> all.forEach(command -> above.addSubcommand(command.maker.apply(List.of()))));
    return above;
  }
}
