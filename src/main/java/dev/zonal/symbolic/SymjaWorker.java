package dev.zonal.symbolic;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The process in which a Symja session runs, for it cannot be stopped from within: requests come on
 * standard input and answers go to standard output, each a status and a text with its length before
 * it. What Symja prints meanwhile is part of the answer.
 */
final class SymjaWorker {
  /** How a request ended. */
  enum Status {
    VALUE,
    SYNTAX,
    ERROR
  }

  private SymjaWorker() {}

  public static void main(String[] arguments) throws IOException {
    DataInputStream requests = new DataInputStream(new BufferedInputStream(System.in));
    DataOutputStream answers = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream capture = new PrintStream(printed, true, StandardCharsets.UTF_8);
    System.setOut(capture);
    System.setErr(capture);
    SymjaConsole console = new SymjaConsole(capture);
    write(answers, new SymjaConsole.Answer(Status.VALUE, ""));
    while (true) {
      String request;
      try {
        request = new String(requests.readNBytes(requests.readInt()), StandardCharsets.UTF_8);
      } catch (EOFException e) {
        return;
      }
      printed.reset();
      SymjaConsole.Answer answer = console.answer(request);
      String before = printed.toString(StandardCharsets.UTF_8);
      write(answers, new SymjaConsole.Answer(answer.status(), before + answer.text()));
    }
  }

  private static void write(DataOutputStream out, SymjaConsole.Answer answer) throws IOException {
    byte[] bytes = answer.text().getBytes(StandardCharsets.UTF_8);
    out.writeByte(answer.status().ordinal());
    out.writeInt(bytes.length);
    out.write(bytes);
    out.flush();
  }
}
