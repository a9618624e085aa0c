package dev.zonal.symbolic.console;

import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.console.SymjaProcess.Answer;
import dev.zonal.symbolic.console.SymjaProcess.Outcome;
import dev.zonal.symbolic.document.Format;
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
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/**
 * The process in which Symja runs, for it cannot be stopped from within: requests come on standard
 * input and answers go to standard output, each an outcome and a text with its length before it.
 * What Symja prints meanwhile is part of the answer of a session, and noise beside a derivation.
 */
final class SymjaWorker {
  /** The argument that makes the launcher's archive of classes instead of waiting for requests. */
  private static final String WARMUP = "WARMUP";

  private SymjaWorker() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    DataInputStream requests = new DataInputStream(new BufferedInputStream(System.in));
    DataOutputStream answers = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream capture = new PrintStream(printed, true, StandardCharsets.UTF_8);
    System.setOut(capture);
    System.setErr(capture);
    if (arguments[0].equals(WARMUP)) {
      warmUp(capture);
      return;
    }
    Function<String, Answer> service =
        service(SymjaProcess.Service.valueOf(arguments[0]), printed, capture);
    write(answers, new Answer(Outcome.VALUE, ""));
    BlockingQueue<String> waiting = new LinkedBlockingQueue<>();
    Thread reader = new Thread(() -> read(requests, waiting), "requests");
    reader.setDaemon(true);
    reader.start();
    while (true) {
      String request = waiting.take();
      printed.reset();
      write(answers, service.apply(request));
    }
  }

  /**
   * Reads requests beside the work on them: when nobody is left who could ask or read an answer,
   * the process ends in the midst of it.
   */
  private static void read(DataInputStream requests, BlockingQueue<String> waiting) {
    try {
      while (true) {
        byte[] bytes = requests.readNBytes(requests.readInt());
        waiting.add(new String(bytes, StandardCharsets.UTF_8));
      }
    } catch (EOFException e) {
      Runtime.getRuntime().halt(0);
    } catch (IOException e) {
      Runtime.getRuntime().halt(1);
    }
  }

  private static Function<String, Answer> service(
      SymjaProcess.Service service, ByteArrayOutputStream printed, PrintStream capture) {
    if (service == SymjaProcess.Service.DERIVATION) {
      Symja.of(1);
      return request -> DerivationRequest.of(request).answer();
    }
    SymjaConsole console = new SymjaConsole(capture);
    return request -> {
      Answer answer = console.answer(request);
      String before = printed.toString(StandardCharsets.UTF_8);
      return new Answer(
          answer.outcome(),
          answer.outcome() == Outcome.VALUE
              ? before + answer.text()
              : before.replace(System.lineSeparator(), "; ") + answer.text());
    };
  }

  /** Has the classes loaded that requests usually need. */
  private static void warmUp(PrintStream capture) {
    for (DerivationRequest.Subject subject : DerivationRequest.Subject.values()) {
      for (Format format : Format.values()) {
        new DerivationRequest(
                subject,
                "resntk:L=1,alpha=a",
                1,
                null,
                false,
                null,
                null,
                null,
                format.name(),
                true,
                false)
            .answer();
      }
    }
    SymjaConsole console = new SymjaConsole(capture);
    console.answer("N(ResNTK(3, 1/2, 1/2), 50)");
    console.answer("D(ResNTK(1, a, u), u)");
  }

  /** Both ends are this very program, which knows its outcomes by their number. */
  @SuppressWarnings("EnumOrdinal")
  private static void write(DataOutputStream out, Answer answer) throws IOException {
    byte[] bytes = answer.text().getBytes(StandardCharsets.UTF_8);
    out.writeByte(answer.outcome().ordinal());
    out.writeInt(bytes.length);
    out.write(bytes);
    out.flush();
  }
}
