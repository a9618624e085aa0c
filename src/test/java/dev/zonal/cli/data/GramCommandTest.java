package dev.zonal.cli.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zonal.cli.ZonalRun;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GramCommandTest {
  @TempDir private Path folder;

  private static ZonalRun gram(String... arguments) {
    return ZonalRun.of(
        Stream.concat(Stream.of("gram"), Stream.of(arguments)).toArray(String[]::new));
  }

  private String file(String content) throws IOException {
    Path file = folder.resolve("points.csv");
    Files.writeString(file, content);
    return file.toString();
  }

  @Test
  void csvHasTheEntriesInAndAboveTheDiagonal() throws IOException {
    ZonalRun run =
        gram(
            "fcntk:L=1",
            "--points",
            file("x,y\n1,0\n-1,0\n0,2\n"),
            "--digits",
            "5",
            "--format=csv");
    assertEquals(
        """
        i,j,value
        1,1,1.0000e0
        1,2,0
        1,3,3.1831e-1
        2,2,1.0000e0
        2,3,3.1831e-1
        3,3,4.0000e0
        """,
        run.results());
    assertEquals("", run.messages());
    assertEquals(0, run.exitCode());
  }

  @Test
  void thePaperScaleAndTheSphereAreOptions() throws IOException {
    String points = file("3,4\n4,3\n");
    assertEquals(
        "i,j,value\n1,1,5.00e1\n1,2,4.59e1\n2,2,5.00e1\n",
        gram("fcntk:L=1", "--points", points, "--digits=3", "--scale=paper", "--format=csv")
            .results());
    assertEquals(
        "i,j,value\n1,1,1.00e0\n1,2,9.18e-1\n2,2,1.00e0\n",
        gram("fcntk:L=1", "--points", points, "--digits=3", "--on-sphere", "--format=csv")
            .results());
  }

  @Test
  void jsonSaysWhatTheMatrixIsOf() throws IOException {
    ZonalRun run =
        gram(
            "ntk:act=relu,L=1",
            "--points",
            file("1,0\n-1,0\n"),
            "--digits",
            "5",
            "--format",
            "json");
    JsonNode document = new ObjectMapper().readTree(run.results());
    assertEquals("zonal.gram/1", document.path("schema").asText());
    assertEquals("ntk:act=relu,L=1,sw2=1", document.path("kernel").asText());
    JsonNode results = document.path("results");
    assertEquals("vectors", results.path("inputs").asText());
    assertEquals(2, results.path("points").asInt());
    JsonNode opposite = results.path("rows").get(1);
    assertEquals("0", opposite.path("value").asText());
    assertEquals("0", opposite.path("exact").asText());
    assertEquals(2, opposite.path("j").asInt());
  }

  @Test
  void npyIsTheWholeMatrixInDoublesThatGoInAgain() throws IOException {
    Path target = folder.resolve("gram.npy");
    ZonalRun run =
        gram("laplace:c=1", "--points", "docs/data/plane.csv", "--output", target.toString());
    assertEquals(0, run.exitCode(), run.messages());
    byte[] bytes = Files.readAllBytes(target);
    assertEquals(128 + 25 * 8, bytes.length);
    String head = new String(bytes, 10, 118, StandardCharsets.US_ASCII);
    assertEquals("{'descr': '<f8', 'fortran_order': False, 'shape': (5, 5), }", head.strip());
    assertEquals('\n', head.charAt(117));
    ByteBuffer numbers = ByteBuffer.wrap(bytes, 128, 25 * 8).order(ByteOrder.LITTLE_ENDIAN);
    double[][] rows = new double[5][5];
    for (double[] row : rows) {
      for (int j = 0; j < row.length; j++) {
        row[j] = numbers.getDouble();
      }
    }
    for (int i = 0; i < 5; i++) {
      assertEquals(1, rows[i][i]);
      for (int j = 0; j < 5; j++) {
        assertEquals(rows[i][j], rows[j][i]);
      }
    }
    assertEquals(Math.exp(-2), rows[0][2], 0x1p-55);
    ZonalRun again =
        gram("polynomial:[0,1]", "--points", target.toString(), "--digits=1", "--format=csv");
    assertEquals(16, again.results().lines().count());
  }

  @Test
  void aFileOfNumPyAndOneOfTextOfTheSameNumbersHaveOneMatrix() {
    List<String> results =
        Stream.of("plane.csv", "plane.json", "plane.npy")
            .map(
                name ->
                    gram(
                            "fcntk:L=2",
                            "--points",
                            "docs/data/" + name,
                            "--digits=14",
                            "--format=csv")
                        .results())
            .distinct()
            .toList();
    assertEquals(1, results.size());
    assertEquals(16, results.get(0).lines().count());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "'1,2\\n3' ! fcntk:L=1 ! line 2: 1 coordinate, where line 1 has 2 coordinates",
        "'1,2\\nnan,1' ! fcntk:L=1 ! line 2, coordinate 1: 'nan', and NaN and infinities are no numbers",
        "'' ! fcntk:L=1 ! there are no vectors in it",
        "'1,2' ! heat:t=1 ! heat:t=1 is given by its spectrum",
        "'1,2' ! 'fcntk:L=1,beta=1' ! --on-sphere divides the points by their norms",
        "'1,2' ! fcntk:L=0 ! L",
      })
  void badInputEndsInOneLineAndExitCodeTwo(String content, String kernel, String message)
      throws IOException {
    ZonalRun run = gram(kernel.strip(), "--points", file(content.replace("\\n", "\n")));
    assertEquals(2, run.exitCode());
    assertEquals("", run.results());
    assertEquals(1, run.messages().lines().count());
    assertTrue(run.messages().contains(message.strip()), run.messages());
  }

  @Test
  void aFileThatIsNotThereOrWouldBeReplacedIsNamed() throws IOException {
    ZonalRun absent = gram("fcntk:L=1", "--points", folder.resolve("none.csv").toString());
    assertEquals(2, absent.exitCode());
    assertTrue(absent.messages().contains("none.csv': no such file"), absent.messages());
    String points = file("1,2\n");
    ZonalRun run = gram("fcntk:L=1", "--points", points, "--output", points);
    assertEquals(2, run.exitCode());
    assertTrue(run.messages().contains("would replace"), run.messages());
    assertEquals("1,2\n", Files.readString(Path.of(points)));
  }

  @Test
  void theVectorZeroIsNamedOnTheSphereOnly() throws IOException {
    String points = file("1,2\n0,0\n");
    assertEquals(0, gram("fcntk:L=1", "--points", points).exitCode());
    ZonalRun run = gram("fcntk:L=1", "--points", points, "--on-sphere");
    assertEquals(2, run.exitCode());
    assertTrue(
        run.messages().endsWith("line 2: the zero vector has no direction\n"), run.messages());
  }

  @Test
  void aMillionPointsAreRefusedBeforeANumberIsRead() throws IOException {
    ZonalRun run = gram("fcntk:L=1", "--points", file("no number\n".repeat(1_000_000)));
    assertEquals(2, run.exitCode());
    assertTrue(
        run.messages().startsWith("zonal: 1000000 points have 500000500000 entries, which take"),
        run.messages());
  }

  @Test
  void whatIsNotCertifiedIsNamedAndIsNaNInAnArray() throws IOException {
    String points = file("1,2\n3,4\n");
    Path target = folder.resolve("gram.npy");
    ZonalRun run = gram("chord:s=-2", "--points", points, "--output", target.toString());
    assertEquals(4, run.exitCode());
    assertEquals(
        "zonal: i,j = 1,1 to i,j = 2,2 (2 values) not certified: the kernel has no finite value"
            + " there\n",
        run.messages());
    ByteBuffer numbers =
        ByteBuffer.wrap(Files.readAllBytes(target), 128, 32).order(ByteOrder.LITTLE_ENDIAN);
    assertArrayEquals(
        new double[] {Double.NaN, 0.125, 0.125, Double.NaN},
        new double[] {
          numbers.getDouble(), numbers.getDouble(), numbers.getDouble(), numbers.getDouble()
        });
  }

  @Test
  void eigenvaluesArePrintedInsteadOfTheMatrix() throws IOException {
    String points = file("1,0\n0,1\n");
    assertEquals(
        "quantity,value\nlambda_min,8.4085e-1\nlambda_max,1.1592e0\ncondition,1.3786e0\n",
        gram("fcntk:L=1", "--points", points, "--spectrum", "--digits=5", "--format=csv")
            .results());
    assertEquals(
        "quantity,value\nlambda_1,8.4085e-1\nlambda_2,1.1592e0\n",
        gram("fcntk:L=1", "--points", points, "--spectrum=all", "--digits=5", "--format=csv")
            .results());
  }

  @Test
  void whatIsAskedOfASpectrumIsNamedWhereItIsWrong() throws IOException {
    String points = file("1,0\n0,1\n");
    ZonalRun other = gram("fcntk:L=1", "--points", points, "--spectrum=al");
    assertEquals(2, other.exitCode());
    assertTrue(other.messages().contains("did you mean 'all'?"), other.messages());
    ZonalRun array = gram("fcntk:L=1", "--points", points, "--spectrum", "--format=npy");
    assertEquals("zonal: --format npy is for the matrix, not for --spectrum\n", array.messages());
    assertEquals(2, array.exitCode());
  }

  @Test
  void kernelsOfOtherInputsAreNotNormalisedAndSayIt() throws IOException {
    String text = gram("rntk", "--points", file("1;2\n3\n"), "--digits=5").results();
    assertTrue(text.contains("scale          paper"), text);
  }

  @Test
  void aMatrixIsPositiveDefiniteOrSingularByATheoremOrHasANegativeEigenvalue() throws IOException {
    ZonalRun definite = gram("fcntk:L=2", "--points", file("1,0\n0,1\n"), "--definite");
    assertEquals(0, definite.exitCode());
    assertTrue(definite.results().contains("verdict        proven\nlambda_min     at least "));
    ZonalRun singular = gram("fcntk:L=2", "--points", file("1,0\n0,1\n2,0\n"), "--definite");
    assertEquals(3, singular.exitCode());
    assertTrue(
        singular
            .results()
            .endsWith("verdict        refuted: singular: points 1 and 3 have the same direction\n"),
        singular.results());
    ZonalRun negative = gram("chord:s=1", "--points", file("1,0\n0,1\n"), "--definite");
    assertEquals(3, negative.exitCode());
    assertTrue(negative.results().contains("refuted: an eigenvalue is negative"));
    ZonalRun undecided =
        gram("polynomial:[0,1]", "--points", file("1,0\n0,1\n1,1\n"), "--definite");
    assertEquals(4, undecided.exitCode());
    assertTrue(undecided.results().contains("undecided: the smallest eigenvalue is zero or"));
  }

  @Test
  void equalSequencesAndImagesAreSingular() throws IOException {
    String sequences = file("1;2\n3\n1;2\n");
    ZonalRun run = gram("rntk", "--points", sequences, "--definite", "--format=json");
    assertTrue(run.results().contains("\"singular: points 1 and 3 are equal\""), run.results());
    String images = file("1;2;3\n1;2;3\n");
    assertEquals(3, gram("cntk", "--points", images, "--definite").exitCode());
  }

  @Test
  void oneQuestionIsAskedAtATime() throws IOException {
    String points = file("1,0\n0,1\n");
    ZonalRun two = gram("fcntk:L=2", "--points", points, "--definite", "--spectrum");
    assertEquals(
        "zonal: --spectrum and --definite ask for different things; give one of them\n",
        two.messages());
    ZonalRun table = gram("fcntk:L=2", "--points", points, "--definite", "--format=csv");
    assertEquals(
        "zonal: --definite is no table; --format must be text or json\n", table.messages());
    assertEquals(2, table.exitCode());
  }

  @Test
  void aCertificateIsOfTheSmallestEigenvalueAndIsVerified() throws IOException {
    Path proof = folder.resolve("proof.json");
    String points = file("1,0\n1,1\n0,3\n");
    ZonalRun run =
        gram("laplace:c=1", "--points", points, "--definite", "--certificate", proof.toString());
    assertEquals(0, run.exitCode(), run.messages());
    assertEquals(0, ZonalRun.of("check", proof.toString()).exitCode());
    JsonNode document = new ObjectMapper().readTree(proof.toFile());
    assertEquals("zonal.certificate/4", document.path("schema").asText());
    assertEquals("[\"0\",\"3\"]", document.path("points").get(2).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "'', --certificate is about --spectrum or --definite; give one of them",
    "--spectrum --digits 1001, 'a certificate has at most 1000 digits, not 1001'",
    "--spectrum --output {}, --output and --certificate are the same file",
    "--sensitivity, --certificate is about --spectrum or --definite; give one of them"
  })
  void aCertificateThatCannotBeIsRefusedInOneLine(String options, String message)
      throws IOException {
    String proof = folder.resolve("proof.json").toString();
    String points = file("1,0\n1,1\n");
    String line = "laplace:c=1 --points " + points + " --certificate " + proof + " " + options;
    ZonalRun run = gram(line.replace("{}", proof).strip().split(" +"));
    assertEquals(2, run.exitCode());
    assertTrue(run.messages().contains(message), run.messages());
    assertEquals(1, run.messages().lines().count());
    assertTrue(Files.notExists(Path.of(proof)));
  }

  @Test
  void aCertificateDoesNotReplaceThePoints() throws IOException {
    String points = file("1,0\n1,1\n");
    ZonalRun run = gram("laplace:c=1", "--points", points, "--definite", "--certificate", points);
    assertEquals(2, run.exitCode());
    assertEquals("1,0\n1,1\n", Files.readString(Path.of(points)));
  }

  @Test
  void whatCheckWouldNotReadIsNotWritten() throws IOException {
    String points = file("0." + "1".repeat(970) + ",1\n1,0\n");
    Path proof = folder.resolve("long.json");
    ZonalRun run =
        gram("laplace:c=1", "--points", points, "--definite", "--certificate", proof.toString());
    assertEquals(0, run.exitCode());
    assertTrue(run.messages().contains("no certificate written"), run.messages());
    assertTrue(Files.notExists(proof));
  }
}
