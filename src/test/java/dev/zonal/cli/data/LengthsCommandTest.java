package dev.zonal.cli.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.cli.ZonalRun;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LengthsCommandTest {
  private static ZonalRun run(String arguments) {
    String all = "lengths " + arguments;
    return ZonalRun.of(all.split(" "));
  }

  @Test
  void aProfileOfOnesIsALength() {
    String rest = " --dimension 2 --k 0,1 --digits 8 --format csv";
    ZonalRun lengths = run("rntk --lengths 1,2" + rest);
    assertEquals(0, lengths.exitCode(), lengths.messages());
    assertEquals(lengths.results(), run("rntk --profiles 1;1,1" + rest).results());
    assertEquals(
        List.of("k,first,second,value", "0,1,1", "0,1,2", "0,2,2", "1,1,1", "1,1,2", "1,2,2"),
        Stream.of(lengths.results().split("\n"))
            .map(line -> line.replaceAll(",[^,]*e-?\\d+$", ""))
            .toList());
  }

  @Test
  void aStateOfEachSequenceIsAJump() {
    ZonalRun own = run("rnngp:sh2=1 --lengths 1 --dimension 3 --k 1 --digits 3");
    // rho = 1/3 at u = 1, and 1 - kappa_1(1/3) = 0.497...
    assertTrue(own.results().contains("jump at x = z, T = 1  4.97e-1"), own.results());
    ZonalRun shared = run("rnngp:sh2=1,hidden=shared --lengths 1 --dimension 3 --k 1 --digits 3");
    assertTrue(!shared.results().contains("jump"), shared.results());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rntk --dimension 3 --k 0 | give the sequences by one of --lengths",
        "rntk --lengths 1 --profiles 1;1,1 --dimension 3 --k 0 | give the sequences by one of",
        "rntk --lengths 0 --dimension 3 --k 0 | '0' is no length from 1 to 1000",
        "rntk --lengths 2..1 --dimension 3 --k 0 | '2..1' is no length from 1 to 1000",
        "rntk --lengths 1..1001 --dimension 3 --k 0 | '1..1001' is no length from 1 to 1000",
        "rntk --lengths 1..65 --dimension 3 --k 0 | 65 lengths are too many; 64 is the most",
        "rntk --lengths 1,,2 --dimension 3 --k 0 | '' is no length",
        "rntk --lengths 2,2 --dimension 3 --k 0 | the length 2 is given twice",
        "rntk --profiles 1;2 --dimension 3 --k 0 | the length 1 is given twice",
        "rntk --profiles 1;,1 --dimension 3 --k 0 | expected an exact number",
        "rntk --profiles 1;1,-1 --dimension 3 --k 0 | must be a non-negative rational number",
        "rntk --profiles 1;1,0 --dimension 3 --k 0 | every step must be positive",
        "rntk:readout=bi --lengths 1 --dimension 3 --k 0 | readout=last only",
        "cntk --lengths 1 --dimension 3 --k 0 | unknown kernel 'cntk'"
      })
  void badInputIsOneLine(String arguments, String reason) {
    ZonalRun run = run(arguments);
    assertEquals(2, run.exitCode());
    assertEquals("", run.results());
    assertEquals(1, run.messages().lines().count(), run.messages());
    assertTrue(run.messages().contains(reason), run.messages());
  }
}
