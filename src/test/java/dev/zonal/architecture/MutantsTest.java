package dev.zonal.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The mutants of proofs-checks fit the sources: a change of the program takes them along. */
class MutantsTest {
  private static final Path MUTANTS = Path.of("proofs-checks/mutants");
  private static final Path SOURCES = Path.of("src/main/java/dev/zonal");
  private static final Pattern MUTANT =
      Pattern.compile(
          "^id: (\\S+)\nfile: (\\S+)\n.*?^tests: ([^\n]+)\n.*?^find: <<<\n(.*?)\n?>>>\n"
              + "replace: <<<\n((?!---$).*?)\n?>>>$",
          Pattern.MULTILINE | Pattern.DOTALL);

  @Test
  void everyMutantChangesOnePlaceOfTheSourcesAndNamesTestsThatExist() throws IOException {
    Set<String> tests = names(Path.of("src/test/java"));
    Set<String> ids = new HashSet<>();
    for (Path list : lists()) {
      String text = Files.readString(list);
      Matcher mutant = MUTANT.matcher(text);
      int found = 0;
      for (; mutant.find(); found++) {
        String id = mutant.group(1);
        assertTrue(ids.add(id), "two mutants are called " + id);
        String source = Files.readString(SOURCES.resolve(mutant.group(2)));
        assertEquals(1, occurrences(source, mutant.group(4)), id + " in " + mutant.group(2));
        for (String test : mutant.group(3).split("[ ,]+")) {
          assertTrue(tests.contains(test + ".java"), id + ": there is no test " + test);
        }
      }
      assertEquals(
          occurrences("\n" + text, "\nid: "), found, "a mutant of " + list + " was not read");
    }
    assertTrue(ids.size() >= 300, ids.size() + " mutants");
  }

  private static List<Path> lists() throws IOException {
    try (Stream<Path> files = Files.list(MUTANTS)) {
      return files.filter(f -> f.toString().endsWith(".mutants")).sorted().toList();
    }
  }

  private static Set<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(f -> f.getFileName().toString()).collect(Collectors.toSet());
    }
  }

  private static int occurrences(String text, String part) {
    int count = 0;
    for (int i = text.indexOf(part); i >= 0; i = text.indexOf(part, i + 1)) {
      count++;
    }
    return count;
  }
}
