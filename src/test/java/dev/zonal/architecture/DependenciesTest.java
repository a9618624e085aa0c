package dev.zonal.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/dependencies.md lists what is on the class path of the launcher, no more and no less. */
class DependenciesTest {
  private static final Path PAGE = Path.of("docs/dependencies.md");

  /** What maven-dependency-plugin lists before the tests run. */
  private static final Path CLASS_PATH = Path.of("target/dependencies.txt");

  private static final Pattern ROW =
      Pattern.compile("^\\| (\\S+:\\S+) \\| (\\S+) \\| [^|]*\\w[^|]* \\| [^|]*\\w[^|]* \\|$");
  private static final Pattern ARTIFACT =
      Pattern.compile("^ +([^: ]+:[^:]+):jar:([^:]+):(?:compile|runtime)\\b.*");

  @Test
  void pageListsTheClassPath() throws IOException {
    Map<String, String> classPath = versions(CLASS_PATH, ARTIFACT);
    assertTrue(classPath.size() > 50, classPath::toString);
    assertEquals(lines(classPath), lines(versions(PAGE, ROW)));
  }

  private static Map<String, String> versions(Path list, Pattern line) throws IOException {
    Map<String, String> versions = new TreeMap<>();
    for (String text : Files.readAllLines(list)) {
      Matcher matcher = line.matcher(text);
      if (matcher.matches()) {
        versions.put(matcher.group(1), matcher.group(2));
      }
    }
    return versions;
  }

  /** One library to a line, so that a difference can be read. */
  private static String lines(Map<String, String> versions) {
    return versions.toString().replace(", ", "\n");
  }
}
