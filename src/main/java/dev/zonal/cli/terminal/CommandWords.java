package dev.zonal.cli.terminal;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The words of a command as they were given, for the documents that it writes: without the options
 * that only say where these go and how, how long the work may take, and where numbers are kept.
 */
public final class CommandWords {
  private static final Set<String> LEFT_OUT =
      Set.of("--output", "--certificate", "--time-limit", "--format", "--store");

  private CommandWords() {}

  /** Of the command that is running. */
  public static List<String> of(CommandSpec command) {
    return of(command.root().commandLine().getParseResult().originalArgs());
  }

  public static List<String> of(List<String> given) {
    List<String> words = new ArrayList<>();
    Iterator<String> word = given.iterator();
    while (word.hasNext()) {
      String next = word.next();
      if (LEFT_OUT.contains(next)) {
        word.next();
      } else if (LEFT_OUT.stream().noneMatch(option -> next.startsWith(option + "="))) {
        words.add(next);
      }
    }
    return words;
  }
}
