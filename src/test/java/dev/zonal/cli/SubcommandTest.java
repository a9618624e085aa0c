package dev.zonal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** A command that is made alone is the command that it is among all. */
class SubcommandTest {
  private static final CommandSpec EVERYTHING = Zonal.specification();
  private static final Set<String> READING_OTHERS = Set.of("help", "completion", "table");

  /** The words that lead to every command, and its specification. */
  private static Stream<Map.Entry<List<String>, CommandSpec>> commands(
      List<String> words, CommandSpec command) {
    return Stream.concat(
        Stream.of(Map.entry(words, command)),
        command.subcommands().entrySet().stream()
            .flatMap(below -> commands(with(words, below.getKey()), of(below.getValue()))));
  }

  private static CommandSpec of(CommandLine command) {
    return command.getCommandSpec();
  }

  private static List<String> with(List<String> words, String... more) {
    List<String> all = new ArrayList<>(words);
    all.addAll(List.of(more));
    return all;
  }

  @TestFactory
  Stream<DynamicTest> helpIsThatAmongAllCommands() {
    return commands(List.of(), EVERYTHING)
        .map(
            command ->
                DynamicTest.dynamicTest(
                    "zonal " + String.join(" ", command.getKey()),
                    () -> {
                      String[] words = with(command.getKey(), "--help").toArray(String[]::new);
                      String among = command.getValue().commandLine().getUsageMessage();
                      assertEquals(among, ZonalRun.of(words).results());
                    }));
  }

  @TestFactory
  Stream<DynamicTest> whatIsAskedForAloneKnowsNoOther() {
    return commands(List.of(), EVERYTHING)
        .map(Map.Entry::getKey)
        .filter(words -> !words.isEmpty() && words.stream().noneMatch(READING_OTHERS::contains))
        .map(
            words ->
                DynamicTest.dynamicTest(
                    "zonal " + String.join(" ", words),
                    () -> {
                      CommandSpec command = Zonal.specification(words.toArray(String[]::new));
                      for (String word : words) {
                        Set<String> known = new HashSet<>(command.subcommands().keySet());
                        known.remove("help");
                        assertEquals(Set.of(word), known);
                        command = of(command.subcommands().get(word));
                      }
                    }));
  }

  @Test
  void whatDescribesOrRunsOthersKnowsAll() {
    for (String first : List.of("help", "completion", "table", "hepl", "--help")) {
      CommandSpec all = Zonal.specification(first, "spectrum");
      assertEquals(EVERYTHING.subcommands().keySet(), all.subcommands().keySet(), first);
    }
    CommandSpec prove = of(Zonal.specification("prove", "help").subcommands().get("prove"));
    assertTrue(prove.subcommands().containsKey("equivalence"));
  }
}
