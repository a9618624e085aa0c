package dev.zonal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs of docs/library.md compile, need public packages only, and print what it says. */
class LibraryPageTest {
  private static final Path PAGE = Path.of("docs/library.md");

  private static final Pattern PROGRAM =
      Pattern.compile("```java\n(.*?)```\n\n```text\n(.*?)```", Pattern.DOTALL);

  private static final Pattern IMPORTED = Pattern.compile("import (dev\\.zonal[a-zA-Z.]*);");

  private record Program(String name, String source, String output) {}

  private static List<Program> programs() throws IOException {
    Matcher found = PROGRAM.matcher(Files.readString(PAGE));
    List<Program> programs = new ArrayList<>();
    while (found.find()) {
      Matcher name = Pattern.compile("class (\\w+) \\{").matcher(found.group(1));
      assertTrue(name.find());
      programs.add(new Program(name.group(1), found.group(1), found.group(2)));
    }
    return programs;
  }

  @Test
  void programsPrintWhatThePageSays(@TempDir Path folder) throws Exception {
    List<Program> programs = programs();
    assertEquals(4, programs.size());
    for (Program program : programs) {
      assertEquals(program.output(), printed(program, folder), program.name());
    }
  }

  private static String printed(Program program, Path folder) throws Exception {
    Path source = folder.resolve(program.name() + ".java");
    Files.writeString(source, program.source());
    int failures =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString(),
                source.toString());
    assertEquals(0, failures, program.name());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream before = System.out;
    URL[] here = {folder.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(here, LibraryPageTest.class.getClassLoader());
        PrintStream now = new PrintStream(out, true, StandardCharsets.UTF_8)) {
      System.setOut(now);
      var main = loader.loadClass(program.name()).getDeclaredMethod("main", String[].class);
      main.setAccessible(true);
      main.invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(before);
    }
    return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }

  @Test
  void programsImportNothingThatMayChange() throws IOException {
    String text = Files.readString(Path.of("docs/architecture.md"));
    int section = text.indexOf("The packages for users of the library are");
    String named = text.substring(section, text.indexOf(". What is public there", section));
    for (Program program : programs()) {
      Matcher imported = IMPORTED.matcher(program.source());
      while (imported.find()) {
        String type = imported.group(1);
        String owner = type.replaceFirst("\\.[A-Z].*", "");
        String last = owner.substring(owner.lastIndexOf('.'));
        assertTrue(
            named.contains("`" + owner + "`") || named.contains("`" + last + "`"),
            program.name() + " imports " + type);
      }
    }
  }
}
