package dev.zonal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.cli.terminal.Streams;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZonalTest {

  @Test
  void helpGoesToStandardOutput() {
    ZonalRun run = ZonalRun.of("--help");
    assertEquals(0, run.exitCode());
    assertEquals("", run.messages());
    assertTrue(run.results().startsWith("Usage: zonal"), run.results());
    assertTrue(run.results().contains("zonal spectrum resntk:L=3,alpha=1/2"), run.results());
  }

  @Test
  void versionNamesTheProgram() {
    ZonalRun run = ZonalRun.of("--version");
    assertEquals(0, run.exitCode());
    assertTrue(run.results().startsWith("zonal "), run.results());
  }

  @Test
  void aMisspeltCommandGetsANearMatch() {
    assertRefused("did you mean 'help'?", "hepl");
    assertRefused("did you mean 'completion'?", "help", "compleiton");
  }

  @Test
  void aMisspeltOptionGetsANearMatch() {
    assertRefused("did you mean '--help'?", "--hlep");
  }

  @Test
  void noCommandIsBadUsage() {
    assertRefused("no command");
  }

  @Test
  void controlCharactersCannotBreakTheLine() {
    assertRefused("unknown command 'a\\nb\\u001b'", "a\nb\u001b");
  }

  @Test
  void completionIsAScriptForTheShell() {
    ZonalRun run = ZonalRun.of("completion");
    assertEquals(0, run.exitCode());
    assertTrue(run.results().startsWith("#!/usr/bin/env bash"), run.results());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "kernels"})
  void aFullDiskIsAnErrorAndAClosedPipeIsQuiet(String argument) {
    assertEquals(
        "zonal: cannot write to standard output: No space left on device\n",
        failingWith("No space left on device", argument));
    assertEquals("", failingWith("Broken pipe", argument));
  }

  private static String failingWith(String reason, String argument) {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException(reason);
          }
        };
    StringWriter messages = new StringWriter();
    assertEquals(2, Zonal.run(new Streams(full, new PrintWriter(messages, true), false), argument));
    return messages.toString();
  }

  private static void assertRefused(String message, String... arguments) {
    ZonalRun run = ZonalRun.of(arguments);
    assertEquals(2, run.exitCode());
    assertEquals("", run.results());
    assertEquals(1, run.messages().lines().count(), run.messages());
    assertTrue(run.messages().startsWith("zonal: "), run.messages());
    assertTrue(run.messages().contains(message), run.messages());
  }
}
